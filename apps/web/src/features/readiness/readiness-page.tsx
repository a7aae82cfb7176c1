import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import type { ReadinessSearch } from '../../lib/readiness-search.ts';
import { useUser } from '../../lib/session.ts';
import { AskDialog, type AskSubject } from './ask-dialog.tsx';
import { AsksPanel } from './asks-panel.tsx';
import { type Readiness, readinessQuery } from './queries.ts';
import classes from './readiness.module.css';
import { ReadinessFilter } from './readiness-filter.tsx';
import { ReadinessRows } from './readiness-rows.tsx';
import { inView, viewWords } from './readiness-view.ts';
import { TrendPanel } from './trend-panel.tsx';

/** So many items stand open from the start. */
const FEW = 40;

/** Whether there is enough for an inspector: what is missing, stale, unverified, unscreened or contradicted. */
export function ReadinessPage() {
  const { planId } = useParams({ from: signedIn(paths.readiness) });
  const { show } = useSearch({ from: signedIn(paths.readiness) });
  const { data, error, refetch } = useQuery(readinessQuery(planId));
  return (
    <Page
      title="Readiness"
      lead={data?.planName ?? 'Loading the plan'}
      actions={<ProofNav planId={planId} />}
      printFilter={viewWords(show)}
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
  const { show } = useSearch({ from: signedIn(paths.readiness) });
  const navigate = useNavigate({ from: paths.readiness });
  const [isOpen, setOpen] = useState(readiness.items <= FEW);
  const { recommendations, line, isReady } = readiness;
  const rows = inView(recommendations, show);
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
        <ReadinessFilter
          rows={recommendations}
          view={show}
          onChoose={(next) =>
            void navigate({
              search: (before: ReadinessSearch) => ({ ...before, show: next }),
              resetScroll: false,
            })
          }
        />
        <ReadinessRows planId={planId} rows={rows} isOpen={isOpen} onAsk={mayAsk ? setAsking : undefined} />
        {rows.length === 0 ? (
          <p className={classes.quiet}>No recommendation fits: {viewWords(show)}.</p>
        ) : null}
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
          ['Evidence sufficient', count('SUFFICIENT')],
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
