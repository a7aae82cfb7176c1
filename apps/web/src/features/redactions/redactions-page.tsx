import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { useUser } from '../../lib/session.ts';
import { useDialog } from '../../lib/use-dialog.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { type RedactionRow, redactionsQuery } from './queries.ts';
import { decideId, RedactionItem } from './redaction-item.tsx';
import classes from './redactions.module.css';

function Requests({ rows }: { rows: readonly RedactionRow[] }) {
  const { id: selfId } = useUser();
  const dialog = useDialog<RedactionRow>();
  const groups = [
    { title: 'Waiting', rows: rows.filter(({ state }) => state === 'REQUESTED') },
    { title: 'Decided', rows: rows.filter(({ state }) => state !== 'REQUESTED') },
  ].filter((group) => group.rows.length > 0);
  return (
    <Stack gap="lg">
      {groups.map((group) => (
        <section key={group.title} aria-labelledby={`group-${group.title}`}>
          <h2 id={`group-${group.title}`} className={classes.group}>
            {group.title}
          </h2>
          <ul className={classes.list}>
            {group.rows.map((row) => (
              <RedactionItem
                key={row.id}
                row={row}
                selfId={selfId}
                onDecide={() => dialog.open(row, decideId(row.id))}
              />
            ))}
          </ul>
        </section>
      ))}
      <DecideDialog row={dialog.value} opened={dialog.opened} onClose={dialog.close} />
    </Stack>
  );
}

/** What was asked to be destroyed, of one plan or of all, and what became of it. */
export function RedactionsPage() {
  const { planId = null } = useParams({ strict: false });
  const { roles } = useUser();
  const mayRead = holds(roles, 'redaction.read');
  const decides = holds(roles, 'redaction.decide');
  const { data: rows, error, refetch } = useQuery({ ...redactionsQuery(planId), enabled: mayRead });
  return (
    <Page
      title="Words and files to destroy"
      lead={
        decides
          ? 'What must never have been here. One person asks with a reason, a second looks and agrees.'
          : 'What you asked to be destroyed, and what became of it.'
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayRead && !rows && !error ? <SkeletonRows rows={4} rowHeight={96} label="Loading requests" /> : null}
      {rows?.length === 0 || !mayRead ? (
        <EmptyState
          sentence="Nothing has been asked for."
          detail="Where a child’s name or anything else that must not be here is found, open the menu of that update, evidence, action or recommendation and choose “Destroy what must not be there”."
        />
      ) : null}
      {rows && rows.length > 0 ? <Requests rows={rows} /> : null}
    </Page>
  );
}
