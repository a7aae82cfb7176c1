import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { WaitingPanel } from '../assignments/public.tsx';
import { myReviewsQuery, ReviewLines } from '../reminders/public.tsx';
import { HandedToMe } from '../teams/public.tsx';
import classes from './my-week.module.css';
import { MyWeekCard } from './my-week-card.tsx';
import { type MineGroup, mineQuery } from './queries.ts';

/** Few are asked for evidence: this page does not wait for it. */
const MyAsks = lazyPart(async () => (await import('../readiness/public.tsx')).MyAsks);

const HEADINGS: Record<MineGroup, { title: string; lead: string }> = {
  OVERDUE: { title: 'Overdue', lead: 'Say what is in the way, or ask the programme lead for a new date.' },
  DUE_14: { title: 'Due in the next 14 days', lead: 'Say whether it will be done in time.' },
  SILENT: {
    title: 'Not heard of for over 14 days',
    lead: 'A sentence is enough. “Nothing yet” is an answer.',
  },
  RETURNED: { title: 'Evidence returned', lead: 'Mend what was asked for, or upload something else.' },
  REST: { title: 'Everything else of yours', lead: '' },
};

/** What I must do this week, most pressing first, in one column; each can be updated where it stands. */
export function MyWeekPage() {
  const mine = useQuery(mineQuery());
  const navigate = useNavigate();
  const groups = mine.data?.groups.filter(({ actions }) => actions.length > 0) ?? [];
  const pressing = groups.filter(({ group }) => group !== 'REST').flatMap(({ actions }) => actions).length;
  const lead = mine.data && mine.data.total > 0 ? leadOf(mine.data.total, pressing) : undefined;
  return (
    <Page title="My week" lead={lead}>
      {mine.isPending ? <SkeletonRows rows={6} rowHeight={72} label="Loading my actions" /> : null}
      {mine.isError ? <ProblemPanel error={mine.error} onRetry={() => void mine.refetch()} /> : null}
      {mine.data?.total === 0 ? (
        <EmptyState
          sentence="No action waits for you. Actions that you own or support appear here."
          buttonLabel="See the plan"
          onButton={() => void navigate({ to: paths.home })}
        />
      ) : null}
      <div className={classes.column}>
        <UpdatesWanted />
        <Suspense fallback={null}>
          <MyAsks />
        </Suspense>
        <HandedToMe />
        <WaitingPanel />
        {groups.map(({ group, actions }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className={classes.heading}>
              {HEADINGS[group].title} <span className={classes.count}>({actions.length})</span>
            </h2>
            {HEADINGS[group].lead ? <p className={classes.lead}>{HEADINGS[group].lead}</p> : null}
            <ul className={classes.list}>
              {actions.map((action) => (
                <MyWeekCard key={action.id} action={action} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}

/** What the next reviews want, and the way to say it all on one page; nothing for who owns nothing. */
function UpdatesWanted() {
  const { data } = useQuery(myReviewsQuery());
  const open = data?.plans.reduce((sum, plan) => sum + plan.open, 0) ?? 0;
  if (open === 0) return null;
  return (
    <Panel title="Before the review">
      <ReviewLines />
      <Button component={Link} to={paths.myUpdates} mt="sm">
        Update all of yours on one page
      </Button>
    </Panel>
  );
}

function leadOf(total: number, pressing: number): string {
  const all = `${countOf(total, 'action')} of yours`;
  return pressing === 0 ? `${all}, none pressing` : `${all}; ${pressing} need your words this week`;
}
