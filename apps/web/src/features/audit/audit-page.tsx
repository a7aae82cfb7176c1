import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button, NativeSelect, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { oneOf } from '../../lib/search-params.ts';
import { useUser } from '../../lib/session.ts';
import { usePlans } from '../plans/public.tsx';
import classes from './audit.module.css';
import { AuditRows } from './audit-rows.tsx';
import { RECORD_KIND_LABELS, RECORD_KINDS } from './deed-words.ts';
import { auditQuery, teamNamesQuery } from './queries.ts';
import { VerifyPanel } from './verify-panel.tsx';

/** Names of teams, posts and people, for the ids in old and new values. */
function useNames(): ReadonlyMap<string, string> {
  const { data: teams = [] } = useQuery(teamNamesQuery());
  return new Map([
    ...teams.map((team) => [team.id, team.name] as const),
    ...teams.flatMap((team) => team.posts.map((post) => [post.id, post.title] as const)),
    ...teams.flatMap((team) => team.members.map((member) => [member.id, member.name] as const)),
  ]);
}

function Filters() {
  const { plan = '', kind = '', record } = useSearch({ from: signedIn(paths.audit) });
  const navigate = useNavigate({ from: paths.audit });
  const { data: plans = [] } = usePlans();
  return (
    <div className={`${classes.tools} gt-screen-only`}>
      {plans.length > 0 ? (
        <NativeSelect
          label="Plan"
          value={plan}
          data={[
            { value: '', label: 'Everything' },
            ...plans.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.value || undefined;
            void navigate({ search: (before) => ({ ...before, plan: chosen }) });
          }}
        />
      ) : null}
      <NativeSelect
        label="What about"
        value={kind}
        data={[
          { value: '', label: 'Every kind of record' },
          ...RECORD_KINDS.map((value) => ({ value, label: RECORD_KIND_LABELS[value] })),
        ]}
        onChange={({ currentTarget }) => {
          const chosen = oneOf(RECORD_KINDS, currentTarget.value);
          void navigate({ search: (before) => ({ ...before, kind: chosen }) });
        }}
      />
      {record ? (
        <Button
          variant="default"
          onClick={() => void navigate({ search: ({ record: _record, ...rest }) => rest })}
        >
          Only one record is shown: show all
        </Button>
      ) : null}
    </div>
  );
}

function History() {
  const { plan, kind, record } = useSearch({ from: signedIn(paths.audit) });
  const navigate = useNavigate({ from: paths.audit });
  const names = useNames();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery({ planId: plan ?? null, entityId: record ?? null, kind: oneOf(RECORD_KINDS, kind) ?? null }),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={10} rowHeight={36} label="Loading the history" />;
  if (rows.length === 0) {
    return (
      <EmptyState
        sentence="Nothing has happened that fits."
        buttonLabel="Show everything"
        onButton={() => void navigate({ search: {} })}
      />
    );
  }
  return (
    <div>
      <AuditRows
        rows={rows}
        names={names}
        oneRecord={record !== undefined}
        onRecord={(entityId) => void navigate({ search: (before) => ({ ...before, record: entityId }) })}
      />
      {hasNextPage ? (
        <Button
          variant="default"
          className={`${classes.more} gt-screen-only`}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Show earlier
        </Button>
      ) : (
        <p className={classes.note}>That is the beginning.</p>
      )}
    </div>
  );
}

/** Who changed what, and when; and the proof that nobody has rewritten it. */
export function AuditPage() {
  const { roles } = useUser();
  if (!holds(roles, 'audit.read')) {
    return (
      <Page title="History">
        <EmptyState sentence="The whole history is for administrators and programme leads. Every action shows its own." />
      </Page>
    );
  }
  const readsPlans = roles.includes('PROGRAMME_LEAD');
  return (
    <Page
      title="History"
      lead={
        readsPlans
          ? 'Who changed what, and when. Rows are only ever added.'
          : 'Who changed what, and when. Your role sees that a plan changed, and not what it says.'
      }
    >
      <Stack gap="lg">
        <VerifyPanel />
        <div>
          <Filters />
          <History />
        </div>
      </Stack>
    </Page>
  );
}
