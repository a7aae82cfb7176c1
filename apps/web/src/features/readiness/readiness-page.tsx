import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { AskDialog, type AskSubject } from './ask-dialog.tsx';
import { AsksPanel } from './asks-panel.tsx';
import { type Readiness, readinessQuery } from './queries.ts';
import classes from './readiness.module.css';
import { ReadinessRows } from './readiness-rows.tsx';
import { TrendPanel } from './trend-panel.tsx';

/** Whether there is enough for an inspector: what is missing, stale, unverified, unscreened or contradicted. */
export function ReadinessPage() {
  const { planId } = useParams({ from: signedIn(paths.readiness) });
  const { data, error, refetch } = useQuery(readinessQuery(planId));
  return (
    <Page
      title="Readiness"
      lead={data?.planName ?? 'Loading the plan'}
      actions={<ProofNav planId={planId} />}
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={8} rowHeight={64} label="Looking at what is ready" /> : null}
      {data ? <Body key={planId} planId={planId} readiness={data} /> : null}
    </Page>
  );
}

function Body({ planId, readiness }: { planId: string; readiness: Readiness }) {
  const { roles } = useUser();
  const [asking, setAsking] = useState<AskSubject | null>(null);
  const [isOpen, setOpen] = useState(true);
  const { recommendations, line, isReady } = readiness;
  const mayAsk = holds(roles, 'evidence.ask');
  if (recommendations.length === 0) {
    return (
      <EmptyState sentence="This plan has no recommendation yet, so there is nothing to be ready for." />
    );
  }
  return (
    <div className={classes.page}>
      <Panel>
        <p className={classes.line} data-ready={isReady} role="status">
          {line}.
        </p>
        <Answers recommendations={recommendations} />
      </Panel>
      <TrendPanel trend={readiness.trend} />
      <Panel
        title="By recommendation"
        aside={
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Fold what is missing away' : 'Show what is missing'}
          </Button>
        }
      >
        <ReadinessRows
          planId={planId}
          rows={recommendations}
          isOpen={isOpen}
          onAsk={mayAsk ? setAsking : undefined}
        />
      </Panel>
      <AsksPanel planId={planId} />
      {asking ? <AskDialog planId={planId} subject={asking} onClose={() => setAsking(null)} /> : null}
    </div>
  );
}

/** How many recommendations have which answer, in words. */
function Answers({ recommendations }: Pick<Readiness, 'recommendations'>) {
  const count = (state: string) => recommendations.filter(({ sufficiency }) => sufficiency === state).length;
  const closed = recommendations.filter(({ status }) => status === 'CLOSED').length;
  return (
    <dl className={classes.answers}>
      {(
        [
          ['Sufficient', count('SUFFICIENT')],
          ['Stale', count('STALE')],
          ['Thin', count('THIN')],
          ['None', count('NONE')],
          ['Closed', closed],
        ] as const
      ).map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="gt-figures">
            {value}
            <span className="gt-visually-hidden">
              {' '}
              of {countOf(recommendations.length, 'recommendation')}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
