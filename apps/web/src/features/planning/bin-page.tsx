import { holds } from '@gt/domain/authz';
import { DataTable, EmptyState, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import classes from './pages.module.css';
import { type BinItem, binQuery, useRestore } from './queries.ts';

/** What was removed from a plan, by whom and why, and a way back for each. */
export function BinPage() {
  const { planId } = useParams({ from: signedIn(paths.planBin) });
  const { roles } = useUser();
  const mayRead = holds(roles, 'action.delete');
  const { data, error, refetch } = useQuery({ ...binQuery(planId), enabled: mayRead });
  return (
    <Page
      title="Recycle bin"
      lead="What was removed stays here with its updates, evidence and history until it is put back."
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayRead && !data && !error ? <SkeletonRows rows={4} label="Loading the recycle bin" /> : null}
      {!mayRead ? (
        <EmptyState sentence="Only the programme lead removes what is in a plan and puts it back." />
      ) : null}
      {data?.items.length === 0 ? (
        <EmptyState
          sentence="Nothing has been removed."
          detail="An action is removed on its Detail tab, with a reason. To say that work will not be done, set its status to Cancelled instead."
        />
      ) : null}
      {data && data.items.length > 0 ? <Items planId={planId} items={data.items} /> : null}
    </Page>
  );
}

function Items({ planId, items }: { planId: string; items: readonly BinItem[] }) {
  return (
    <DataTable caption="What was removed" cards>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Why</th>
          <th scope="col">Removed</th>
          <th scope="col">
            <span className="gt-visually-hidden">Put back</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td data-label="What">
              <ItemName planId={planId} item={item} />
            </td>
            <td data-label="Why">{item.redactedAt ? 'The words were destroyed.' : item.reason}</td>
            <td data-label="Removed">
              {dayInWords(item.removedAt)}
              {item.removedBy ? `, ${item.removedBy}` : ''}
            </td>
            <td data-label="">
              <PutBack item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function ItemName({ planId, item }: { planId: string; item: BinItem }): ReactNode {
  const title = item.redactedAt ? 'Words destroyed' : item.title;
  if (item.kind === 'MEASURE') {
    return (
      <>
        Measure {item.reference} {title}, under {item.under}
      </>
    );
  }
  return (
    <Link to={paths.action} params={{ planId, actionId: item.id }} className={classes.link}>
      {item.reference} {title}
    </Link>
  );
}

function PutBack({ item }: { item: BinItem }) {
  const restore = useRestore();
  const putBack = async () => {
    try {
      const { id, version } = item;
      if (item.kind === 'ACTION') await restore.action.mutateAsync({ actionId: id, version });
      else await restore.measure.mutateAsync({ measureId: id, version });
      toast(`${item.reference} is back in the plan.`);
    } catch (error) {
      const { current, message } = problemOf(error);
      toast(current ? `${current.changedBy} changed ${item.reference} meanwhile. Look again.` : message);
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={restore.action.isPending || restore.measure.isPending}
      onClick={() => void putBack()}
    >
      Put back<span className="gt-visually-hidden"> {item.reference}</span>
    </Button>
  );
}
