import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { HandedOver } from './handed-over.tsx';
import classes from './leaver.module.css';
import { LeaverForm } from './leaver-form.tsx';
import { accountsQuery, leaverQuery } from './queries.ts';

/** Somebody leaves: everything they hold on one page, who takes each thing over, and their last day. */
export function LeaverPage() {
  const { roles } = useUser();
  if (!holds(roles, 'team.edit')) {
    return (
      <Page title="Somebody leaves">
        <EmptyState sentence="Posts are handed over by an administrator. Ask one of them." />
      </Page>
    );
  }
  return (
    <Page
      title="Somebody leaves"
      lead={
        <>
          Hand over everything they hold in one go. <Link to={paths.teams}>All teams and posts</Link>
        </>
      }
    >
      <Leaver />
    </Page>
  );
}

function Leaver() {
  const { person } = useSearch({ from: signedIn(paths.leaver) });
  const navigate = useNavigate({ from: paths.leaver });
  const { data: list } = useQuery(accountsQuery());
  const { data, error, refetch } = useQuery({ ...leaverQuery(person ?? ''), enabled: person !== undefined });
  const people = list?.people ?? [];
  return (
    <div className={classes.root}>
      <Select
        id="leaver"
        label="Who leaves"
        placeholder={list ? 'Type a name' : 'Loading names'}
        disabled={!list}
        data={people.map(({ id, name, deactivatedAt }) => ({
          value: id,
          label: deactivatedAt ? `${name} (deactivated)` : name,
        }))}
        value={person ?? null}
        onChange={(id) => void navigate({ search: { person: id ?? undefined }, replace: true })}
        searchable
        selectFirstOptionOnChange
        autoSelectOnBlur
        nothingFoundMessage="Nobody is called so."
      />
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {person && !data && !error ? (
        <SkeletonRows rows={5} rowHeight={64} label="Looking for what they hold" />
      ) : null}
      {data?.handedOver ? <HandedOver leaver={data} handedOver={data.handedOver} /> : null}
      {data ? (
        <LeaverForm
          key={`${data.person.id} ${data.handedOver?.eventId ?? ''}`}
          leaver={data}
          people={people.filter(({ id, deactivatedAt }) => id !== data.person.id && !deactivatedAt)}
        />
      ) : null}
    </div>
  );
}
