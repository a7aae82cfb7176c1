import { formatDate } from '@gt/contracts/words';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useToday } from '../../lib/session.ts';
import { ClocksPanel } from '../calendar/public.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { CorrectPlanButton } from './correct-plan-button.tsx';
import { FigureRow } from './figure-row.tsx';
import { InspectionPanel } from './inspection-panel.tsx';
import { MeasuresPanel } from './measures-panel.tsx';
import { NextMeetings } from './next-meetings.tsx';
import classes from './position-page.module.css';
import { type Position, planQuery, positionQuery } from './queries.ts';
import { RagPanel } from './rag-panel.tsx';

/** The plan's front page: where it stands today, exceptions first. */
export function PositionPage() {
  const { planId } = useParams({ from: signedIn(paths.position) });
  const today = useToday();
  const plan = useQuery(planQuery(planId));
  const position = useQuery(positionQuery(planId));
  const error = position.error ?? plan.error;
  const lead = plan.data
    ? `${plan.data.name} · ${plan.data.trustName || plan.data.councilName} · as at ${formatDate(today)}`
    : 'Loading the plan';
  return (
    <Page
      title="Position"
      documentTitle={plan.data ? `Position: ${plan.data.name}` : undefined}
      lead={lead}
      actions={plan.data ? <CorrectPlanButton plan={plan.data} /> : undefined}
    >
      {error ? <ProblemPanel error={error} onRetry={() => void position.refetch()} /> : null}
      {!position.data && !error ? (
        <SkeletonRows rows={8} rowHeight={64} label="Working out the position" />
      ) : null}
      {position.data ? (
        <div className={classes.root}>
          {position.data.clocks.map((clock) => (
            <ClockPanel key={clock.id} clock={clock} planId={planId} />
          ))}
          <ClocksPanel planId={planId} />
          <NextMeetings planId={planId} />
          <Figures position={position.data} />
          <div className={classes.columns}>
            <AttentionPanel position={position.data} />
            <div className={classes.column}>
              <RagPanel position={position.data} />
              <MeasuresPanel position={position.data} />
            </div>
          </div>
          {plan.data ? <InspectionPanel plan={plan.data} /> : null}
        </div>
      ) : null}
    </Page>
  );
}

function Figures({ position }: { position: Position }) {
  const navigate = useNavigate();
  if (position.totals.actions > 0) return <FigureRow position={position} />;
  return (
    <EmptyState
      sentence="Nothing is being done about it yet. Open a recommendation and add its first action."
      buttonLabel="See the recommendations"
      onButton={() => void navigate({ to: paths.recommendations, params: { planId: position.planId } })}
    />
  );
}
