import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { NudgeResults } from './nudge-results.tsx';
import { type NudgeResult, nudgeMutation, type UpdatesWanted, updatesWantedQuery } from './queries.ts';
import classes from './reminders.module.css';
import { WantedTable } from './wanted-table.tsx';

/** Who has not updated since the last review, by team, and a nudge for one or for many. */
export function UpdatesWantedPage() {
  const { planId } = useParams({ from: signedIn(paths.updatesWanted) });
  const mayNudge = holds(useUser().roles, 'update.nudge');
  const { data, error, refetch } = useQuery({ ...updatesWantedQuery(planId), enabled: mayNudge });
  return (
    <Page title="Updates wanted" lead={data ? leadOf(data) : 'Who has not updated since the last review.'}>
      <Stack gap="md">
        <ReviewNav planId={planId} />
        {mayNudge ? null : (
          <EmptyState sentence="The programme lead and managers see who has not updated yet." />
        )}
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
        {mayNudge && !data && !error ? <SkeletonRows rows={6} label="Looking who has not updated" /> : null}
        {data ? <Wanted planId={planId} data={data} /> : null}
      </Stack>
    </Page>
  );
}

/** "Next review: Wednesday 2 December 2026, 10:00; updates by Tuesday 1 December, 17:00." */
function leadOf({ review, reviewedAt }: UpdatesWanted): string {
  const since = `Updates since ${dayInWords(reviewedAt)} count.`;
  return review ? `Next review: ${review.words}. ${since}` : since;
}

function Wanted({ planId, data }: { planId: string; data: UpdatesWanted }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<readonly NudgeResult[]>([]);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const nudge = useMutation(nudgeMutation());
  const { actions, counts } = data;
  if (actions.length === 0) {
    return (
      <EmptyState
        sentence={
          counts.open === 0
            ? 'There is no open action that you could ask about.'
            : 'Everybody has updated since the last review, in words of their own.'
        }
      />
    );
  }
  const send = async (actionIds: string[]) => {
    const answer = await nudge.mutateAsync({ planId, actionIds, idempotencyKey }).catch(() => null);
    if (!answer) return;
    setResults(answer.results);
    setKey(crypto.randomUUID());
    setChosen(new Set());
  };
  const waiting = actions.filter(({ isWanted }) => isWanted).map(({ actionId }) => actionId);
  const toSend = chosen.size > 0 ? [...chosen] : waiting;
  return (
    <Stack gap="lg">
      <p className={classes.say}>
        {counts.wanted} of {countOf(counts.open, 'open action')} without an update; {counts.silent} silent for
        long; {counts.copies} with the same words as last time.
      </p>
      <Panel
        title="Who is asked"
        aside={
          <span className={classes.tools}>
            <Link to={paths.updateLinks} params={{ planId }}>
              Links for partners
            </Link>
            <Button
              disabled={toSend.length === 0}
              loading={nudge.isPending}
              onClick={() => void send(toSend)}
            >
              {chosen.size > 0
                ? `Nudge for ${countOf(chosen.size, 'action')}`
                : `Nudge all ${waiting.length}`}
            </Button>
          </span>
        }
      >
        {nudge.error ? <ProblemPanel error={nudge.error} /> : null}
        <NudgeResults results={results} />
        {data.teams.map(({ team, ...of }) => (
          <WantedTable
            key={team?.id ?? ''}
            planId={planId}
            team={team?.name ?? 'No team'}
            counts={of}
            actions={actions.filter((action) => (action.team?.id ?? null) === (team?.id ?? null))}
            chosen={chosen}
            onChoose={setChosen}
          />
        ))}
        {actions.length < counts.wanted + counts.copies ? (
          <p className={classes.say}>
            The first {actions.length} are shown. Nudge these, and the next ones follow.
          </p>
        ) : null}
      </Panel>
    </Stack>
  );
}
