import { ITEM_CATEGORY_LABELS } from '@gt/contracts/words';
import { canLinkToRecommendation, holds } from '@gt/domain/authz';
import { inspectionWords } from '@gt/domain/inspection';
import { Quote, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { RedactedNote } from '../redactions/public.tsx';
import { ActionsPanel } from './actions-panel.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { ParagraphsPanel } from './paragraphs-panel.tsx';
import { planQuery, type Recommendation, recommendationQuery, useRecommendationsChanged } from './queries.ts';
import { RecommendationMenu } from './recommendation-menu.tsx';
import classes from './recommendation-page.module.css';
import { ThreadPanel } from './thread-panel.tsx';

/** Fetched when somebody adds an action: this page must not wait for it. */
const CreateActionDialog = lazyPart(async () => (await import('../actions/public.tsx')).CreateActionDialog);

/** Charts come after the words: this page must not wait for them. */
const RecommendationMeasures = lazyPart(
  async () => (await import('../measures/public.tsx')).RecommendationMeasures,
);

/** Under the words: the years in which it was raised before. */
const RaisedMark = lazyPart(async () => (await import('../lineage/public.tsx')).RaisedMark);
const RaisedBeforePanel = lazyPart(async () => (await import('../lineage/public.tsx')).RaisedBeforePanel);

/** Stands far below what is read first. */
const ClosingPanel = lazyPart(async () => (await import('../readiness/public.tsx')).ClosingPanel);

/** One recommendation: what was said, what is being done, the proof, what changed. */
export function RecommendationPage() {
  const { planId, recommendationId } = useParams({ from: signedIn(paths.recommendation) });
  const { data, error, refetch } = useQuery(recommendationQuery(recommendationId));
  return (
    <Page
      title={data ? `Recommendation ${data.reference}` : 'Recommendation'}
      lead={
        <Link to={paths.recommendations} params={{ planId }}>
          All recommendations
        </Link>
      }
      actions={data ? <RecommendationMenu key={data.id} recommendation={data} /> : undefined}
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={8} rowHeight={72} label="Loading the recommendation" /> : null}
      {data ? <Body key={data.id} recommendation={data} /> : null}
    </Page>
  );
}

type KindLineProps = { recommendation: Recommendation; isOneOfSeveral: boolean };

/** What the report calls it, and which inspection of several it came from. */
function KindLine({ recommendation: { category, inspection }, isOneOfSeveral }: KindLineProps) {
  const parts = [
    ...(category ? [ITEM_CATEGORY_LABELS[category]] : []),
    ...(isOneOfSeveral && inspection ? [inspectionWords(inspection)] : []),
  ];
  return parts.length > 0 ? <p className={classes.kind}>{parts.join(' · ')}</p> : null;
}

function Body({ recommendation }: { recommendation: Recommendation }) {
  const { planId, page, leadIn, quote, paragraphs, redactedAt } = recommendation;
  const { id: userId, roles, teamIds, postIds } = useUser();
  const plan = useQuery(planQuery(planId));
  const changed = useRecommendationsChanged();
  const [isEditing, setEditing] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [isProving, setProving] = useState(false);
  const [isMeasuring, setMeasuring] = useState(false);
  const inspection = plan.data?.inspections.find(({ id }) => id === recommendation.inspectionId);
  const mayEdit = holds(roles, 'recommendation.edit') && redactedAt === null;
  const mayProve = canLinkToRecommendation({ userId, roles, teamIds, postIds }).ok && redactedAt === null;
  const mayAdd = holds(roles, 'action.create');
  const mayMeasure = holds(roles, 'measure.edit') && redactedAt === null;
  return (
    <div className={classes.root}>
      <div className={classes.said}>
        {leadIn ? <p className={classes.leadIn}>{leadIn}</p> : null}
        {redactedAt ? <RedactedNote redactedAt={redactedAt} /> : null}
        <Quote
          text={quote}
          page={page}
          paragraphs={paragraphs.map(({ number }) => number).toSorted((a, b) => a - b)}
          source={inspection ? `${inspection.authority}, ${inspection.inspectionDateText}` : undefined}
        />
        <KindLine recommendation={recommendation} isOneOfSeveral={(plan.data?.inspections.length ?? 0) > 1} />
        <Suspense fallback={<p className={classes.raised} />}>
          <RaisedMark recommendationId={recommendation.id} />
        </Suspense>
      </div>
      <ThreadPanel
        recommendation={recommendation}
        onNameLead={mayEdit ? () => setEditing(true) : undefined}
        onAddAction={mayAdd ? () => setAdding(true) : undefined}
        onAddEvidence={mayProve ? () => setProving(true) : undefined}
        onAddMeasure={mayMeasure ? () => setMeasuring(true) : undefined}
      />
      <AnswersPanel
        recommendation={recommendation}
        frameworkKey={inspection?.frameworkKey ?? null}
        isEditing={isEditing}
        onEdit={mayEdit ? setEditing : undefined}
      />
      <ActionsPanel recommendation={recommendation} onAdd={mayAdd ? () => setAdding(true) : undefined} />
      <EvidencePanel
        recommendation={recommendation}
        isAdding={isProving}
        onAdd={mayProve ? () => setProving(true) : undefined}
      />
      <Suspense fallback={<SkeletonRows rows={3} rowHeight={72} label="Loading the measures" />}>
        <RecommendationMeasures
          planId={planId}
          recommendationId={recommendation.id}
          isAdding={isMeasuring}
          onAdding={setMeasuring}
        />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={2} rowHeight={72} label="Loading how it closes" />}>
        <ClosingPanel recommendationId={recommendation.id} />
      </Suspense>
      <Suspense fallback={<SkeletonRows rows={2} rowHeight={72} label="Loading what was raised before" />}>
        <RaisedBeforePanel recommendationId={recommendation.id} />
      </Suspense>
      <ParagraphsPanel paragraphs={paragraphs} />
      {isAdding ? (
        <Suspense fallback={null}>
          <CreateActionDialog
            planId={planId}
            recommendationId={recommendation.id}
            onClose={() => setAdding(false)}
            onCreated={() => void changed()}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
