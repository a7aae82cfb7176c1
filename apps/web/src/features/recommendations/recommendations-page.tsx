import { ITEM_CATEGORY_LABELS, RECOMMENDATION_STATUS_LABELS, SUFFICIENCY_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { tallyWords } from '@gt/domain/evidence';
import { inspectionWords, itemWords } from '@gt/domain/inspection';
import { breaksAt, THREAD_BREAK_LABELS } from '@gt/domain/position';
import { countOf, sentenceCase, withArticle } from '@gt/domain/wording';
import { DataTable, EmptyState, SkeletonRows, ThreadMini } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { PlanViews } from '../../components/plan-views.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { AddRecommendationDialog } from './add-recommendation-dialog.tsx';
import { planQuery, type RecommendationRow, raisedQuery, recommendationsQuery } from './queries.ts';
import { RecommendationFilter, useNarrowed } from './recommendation-filter.tsx';
import classes from './recommendations-page.module.css';

/** What the inspection said, item by item, each with its thread. */
export function RecommendationsPage() {
  const { planId } = useParams({ from: signedIn(paths.recommendations) });
  const { roles } = useUser();
  const { break: at } = useSearch({ from: signedIn(paths.recommendations) });
  const [isAdding, setAdding] = useState(false);
  const plan = useQuery(planQuery(planId));
  const { data: all, error, refetch } = useQuery(recommendationsQuery(planId));
  const narrowed = useNarrowed(all);
  const rows = at && narrowed ? narrowed.filter((row) => breaksAt(gapsOf(row), at)) : narrowed;
  const { one, many } = itemWords(plan.data?.kind ?? 'INSPECTION');
  const mayEdit = holds(roles, 'recommendation.edit');
  return (
    <Page
      title={sentenceCase(many)}
      lead={plan.data ? plan.data.name : 'Loading the plan'}
      printFilter={at && `Threads that break at: ${THREAD_BREAK_LABELS[at].toLowerCase()}`}
      actions={
        <>
          <PlanViews planId={planId} />
          <Link to={paths.readiness} params={{ planId }} className="gt-screen-only">
            Readiness
          </Link>
          <Link to={paths.lineage} params={{ planId }} className="gt-screen-only">
            Lineage
          </Link>
          {mayEdit ? (
            <>
              <Button
                variant="default"
                renderRoot={(props: object) => (
                  <Link to={paths.newPlan} search={{ into: planId }} {...props} />
                )}
              >
                Add an inspection
              </Button>
              <Button variant="default" onClick={() => setAdding(true)}>
                Add {withArticle(one)}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!rows && !error ? <SkeletonRows rows={6} rowHeight={52} label="Loading the recommendations" /> : null}
      {at && rows && all ? (
        <p className={classes.narrowed}>
          {rows.length} of {countOf(all.length, 'recommendation')}, where the thread breaks at:{' '}
          {THREAD_BREAK_LABELS[at].toLowerCase()}.{' '}
          <Link to={paths.recommendations} params={{ planId }} search={{}} className="gt-screen-only">
            See every recommendation
          </Link>
        </p>
      ) : null}
      {all?.length === 0 ? (
        <EmptyState
          sentence="This plan has no recommendation yet. Add the first, word for word from the report."
          buttonLabel={mayEdit ? 'Add a recommendation' : undefined}
          onButton={() => setAdding(true)}
        />
      ) : null}
      {all ? <RecommendationFilter planId={planId} rows={all} /> : null}
      {rows && rows.length > 0 ? <Rows planId={planId} rows={rows} name={sentenceCase(one)} /> : null}
      {isAdding ? <AddRecommendationDialog planId={planId} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

/** "Area for priority action · Focused visit, 12 March 2026". */
const whereFrom = ({ category, inspection }: RecommendationRow, isOneOfSeveral: boolean) =>
  [
    ...(category ? [ITEM_CATEGORY_LABELS[category]] : []),
    ...(isOneOfSeveral ? [inspection ? inspectionWords(inspection) : 'Added by hand'] : []),
  ].join(' · ');

const gapsOf = ({ thread }: RecommendationRow) =>
  thread.knots.flatMap(({ missing }) => missing.map(({ code }) => code));

type RowsProps = { planId: string; rows: readonly RecommendationRow[]; name: string };

function Rows({ planId, rows, name }: RowsProps) {
  const isOneOfSeveral = new Set(rows.map(({ inspection }) => inspection?.id)).size > 1;
  const { data: marks } = useQuery(raisedQuery(planId));
  const raised = new Map(marks?.map(({ recommendationId, words }) => [recommendationId, words]));
  return (
    <DataTable caption="Recommendations" cards>
      <thead>
        <tr>
          <th scope="col">Ref</th>
          <th scope="col">{name}</th>
          <th scope="col">Thread</th>
          <th scope="col">Accountable lead</th>
          <th scope="col">Actions</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label="Ref">{row.reference}</td>
            <td data-label="Recommendation" className={classes.quote}>
              <Link to={paths.recommendation} params={{ planId, recommendationId: row.id }}>
                {row.quote}
              </Link>
              {isOneOfSeveral || row.category ? (
                <span className={classes.beneath}>{whereFrom(row, isOneOfSeveral)}</span>
              ) : null}
              {raised.has(row.id) ? <span className={classes.beneath}>{raised.get(row.id)}</span> : null}
            </td>
            <td data-label="Thread">
              <ThreadMini
                knots={row.thread.knots.map(({ knot, state, words }) => ({ knot, state, words }))}
                words={row.thread.words}
              />
            </td>
            <td data-label="Accountable lead">{row.leadPost?.title ?? 'Nobody yet'}</td>
            <td data-label="Actions" className={classes.count}>
              {row.actions === 0 ? 'None yet' : `${row.closedActions} of ${row.actions} closed`}
              {row.overdueActions > 0 ? (
                <span className={classes.overdue}>{countOf(row.overdueActions, 'overdue', 'overdue')}</span>
              ) : null}
            </td>
            <td data-label="Evidence" className={classes.count}>
              {evidenceWords(row)}
              {row.status === 'CLOSED' || row.evidence + row.expiredEvidence > 0 ? (
                <span className={classes.beneath}>
                  {SUFFICIENCY_LABELS[row.sufficiency]}
                  {row.status === 'OPEN' ? '' : `, ${RECOMMENDATION_STATUS_LABELS[row.status].toLowerCase()}`}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function evidenceWords({ evidence, acceptedEvidence, expiredEvidence }: RecommendationRow): string {
  if (evidence + expiredEvidence === 0) return 'None yet';
  return tallyWords({ total: evidence, accepted: acceptedEvidence, expired: expiredEvidence });
}
