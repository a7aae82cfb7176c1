import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useToday, useUser } from '../../lib/session.ts';
import { ClocksPanel } from '../calendar/public.tsx';
import { AsAtChoice } from './as-at-choice.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { BreaksPanel } from './breaks-panel.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { CorrectPlanButton } from './correct-plan-button.tsx';
import { DecisionsPanel } from './decisions-panel.tsx';
import { DeliveryPanel } from './delivery-panel.tsx';
import { FigureRow } from './figure-row.tsx';
import { InspectionPanel } from './inspection-panel.tsx';
import { MeasuresPanel } from './measures-panel.tsx';
import { NextMeetings } from './next-meetings.tsx';
import classes from './position-page.module.css';
import { PositionPaper } from './position-paper.tsx';
import { PositionSentence } from './position-sentence.tsx';
import { type Plan, type Position, planQuery, positionQuery } from './queries.ts';
import { RaisedLine } from './raised-line.tsx';
import { SlipsPanel } from './slips-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { TeamsPanel } from './teams-panel.tsx';
import { UpcomingPanel } from './upcoming-panel.tsx';

/** The drawing comes after the figures. */
const BurnUpPanel = lazyPart(async () => (await import('../movement/public.tsx')).BurnUpPanel);

/** The plan's front page: where it stands, now or as at any day on which it was kept; exceptions first. */
export function PositionPage() {
  const { planId } = useParams({ from: signedIn(paths.position) });
  const { at } = useSearch({ from: signedIn(paths.position) });
  const today = useToday();
  const plan = useQuery(planQuery(planId));
  const position = useQuery(positionQuery(planId, at));
  const error = position.error ?? plan.error;
  const asAt = position.data?.asAt ?? at ?? today;
  const lead = plan.data
    ? `${plan.data.name} · ${plan.data.trustName || plan.data.councilName} · as at ${formatDate(asAt)}`
    : 'Loading the plan';
  return (
    <Page
      title="Position"
      documentTitle={plan.data ? `Position: ${plan.data.name}` : undefined}
      lead={lead}
      printFilter={position.data?.snapshot?.words}
      actions={
        plan.data ? (
          <>
            <Button variant="default" onClick={() => window.print()}>
              Print one page
            </Button>
            <CorrectPlanButton plan={plan.data} />
          </>
        ) : undefined
      }
    >
      <div className={classes.choice}>
        <AsAtChoice planId={planId} at={at} snapshot={position.data?.snapshot ?? null} />
      </div>
      {error ? <ProblemPanel error={error} onRetry={() => void position.refetch()} /> : null}
      {!position.data && !error ? (
        <SkeletonRows rows={8} rowHeight={64} label="Working out the position" />
      ) : null}
      {position.data ? (
        <>
          <PositionPaper position={position.data} />
          <Panels position={position.data} plan={plan.data} />
        </>
      ) : null}
    </Page>
  );
}

function Panels({ position, plan }: { position: Position; plan: Plan | undefined }) {
  const { planId, snapshot } = position;
  const { roles } = useUser();
  const isNow = snapshot === null;
  return (
    <div className={`${classes.root} gt-screen-only`}>
      <PositionSentence position={position} />
      {isNow ? <RaisedLine position={position} /> : null}
      {isNow
        ? plan?.clocks.map((clock) => <ClockPanel key={clock.id} clock={clock} planId={planId} />)
        : null}
      {isNow ? <NextMeetings planId={planId} /> : null}
      <Figures position={position} />
      <StandingPanel position={position} />
      {/* Of today, whatever day is looked at; below the figures, which stay where they are when it arrives. */}
      {isNow ? (
        <Suspense fallback={<SkeletonRows rows={4} rowHeight={64} label="Reading the approvals" />}>
          <ClocksPanel planId={planId} />
        </Suspense>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.column}>
          <AttentionPanel position={position} />
          <SlipsPanel position={position} />
          <MeasuresPanel position={position} />
        </div>
        <div className={classes.column}>
          <DecisionsPanel position={position} />
          <DeliveryPanel position={position} />
          <BreaksPanel position={position} />
          <UpcomingPanel position={position} />
        </div>
      </div>
      <TeamsPanel position={position} />
      {holds(roles, 'review.read') ? (
        <Suspense fallback={<SkeletonRows rows={4} rowHeight={64} label="Drawing planned against closed" />}>
          <BurnUpPanel
            planId={planId}
            until={isNow ? undefined : position.asAt}
            aside={
              <Link to={paths.movement} params={{ planId }}>
                Movement
              </Link>
            }
          />
        </Suspense>
      ) : null}
      {plan && isNow ? <InspectionPanel plan={plan} /> : null}
    </div>
  );
}

function Figures({ position }: { position: Position }) {
  const navigate = useNavigate();
  if ((position.totals.actions.value ?? 0) > 0) return <FigureRow position={position} />;
  if (position.snapshot) return null;
  return (
    <EmptyState
      sentence="Nothing is being done about it yet. Open a recommendation and add its first action."
      buttonLabel="See the recommendations"
      onButton={() => void navigate({ to: paths.recommendations, params: { planId: position.planId } })}
    />
  );
}
