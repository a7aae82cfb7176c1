import {
  formatDate,
  type IsoDate,
  type SnapshotAction,
  type SnapshotContent,
  type SnapshotMeasure,
  type SnapshotRecommendation,
} from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { type CountedItem, countEvidence, sufficiencyWords } from '@gt/domain/evidence';
import { distanceFromTarget, isLate, measureReference } from '@gt/domain/measure';
import { standingHere } from '@gt/domain/plan';
import { owesWords } from '@gt/domain/rag';
import { recommendationProgress, recommendationReference } from '@gt/domain/recommendation';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
import {
  type ActionFacts,
  byRecommendation,
  type EvidenceFacts,
  itemsOf,
  type RecommendationFacts,
} from '../recommendations/load-facts.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';
import { rateAction } from '../recommendations/rate-action.ts';
import { sufficiencyOf, threadOf } from '../recommendations/thread-of.ts';
import type { ActionRest, PlanAsItIs } from './load-plan-as-it-is.ts';

type Taking = Pick<SnapshotContent, 'asAt' | 'takenAt' | 'cause' | 'review'>;

/** How the plan stands, every rule asked of the domain once and its answer kept. Pure. */
export function snapshotContentOf(facts: PlanAsItIs, taking: Taking): SnapshotContent {
  const { asAt } = taking;
  const restOf = new Map(facts.rest.map((rest) => [rest.id, rest]));
  const evidenceOfAction = Map.groupBy(facts.evidence, (link) => link.actionId);
  return {
    formatVersion: 2,
    plan: facts.plan,
    ...taking,
    recommendations: recommendationsOf(facts, asAt),
    actions: standingHere(facts.actions).map((action) =>
      actionOf(action, restOf.get(action.id), evidenceOfAction.get(action.id) ?? [], asAt),
    ),
    measures: facts.measures.filter(({ isHome }) => isHome).map((measure) => measureOf(measure, asAt)),
    decisions: facts.decisions,
    dateRequests: facts.dateRequests,
    silentDays: facts.silentDays,
    asks: facts.asks,
    evidence: evidenceTotals(standingHere(facts.evidence), asAt),
  };
}

/** Items of the whole plan, however many recommendations each is linked to. */
export function evidenceTotals(
  links: readonly (CountedItem & { id: string })[],
  asAt: IsoDate,
): NonNullable<SnapshotContent['evidence']> {
  const items = [...new Map(links.map((link) => [link.id, link])).values()];
  const { known, accepted, expired } = countEvidence(items, asAt);
  return {
    known: known.length,
    accepted: accepted.length,
    expired: expired.length,
    submitted: known.filter(({ state }) => state === 'SUBMITTED').length,
  };
}

function recommendationsOf(facts: PlanAsItIs, asAt: IsoDate): SnapshotRecommendation[] {
  const serving = byRecommendation(facts.actions, (action) => action);
  const evidenceOf = Map.groupBy(facts.evidence, (link) => link.recommendationId);
  const measuresOf = Map.groupBy(facts.measures, (measure) => measure.recommendationId);
  return facts.recommendations.map((recommendation) =>
    recommendationOf(
      recommendation,
      serving.get(recommendation.id) ?? [],
      evidenceOf.get(recommendation.id) ?? [],
      measuresOf.get(recommendation.id) ?? [],
      asAt,
    ),
  );
}

function recommendationOf(
  facts: RecommendationFacts,
  actions: readonly ActionFacts[],
  evidence: readonly EvidenceFacts[],
  measures: readonly MeasureFacts[],
  asAt: IsoDate,
): SnapshotRecommendation {
  const { known, accepted, expired } = countEvidence(itemsOf(evidence), asAt);
  const { knots } = threadOf(facts, actions, evidence, measures, asAt);
  const sufficiency = sufficiencyOf(facts, evidence, asAt);
  const work = recommendationProgress(actions);
  return {
    id: facts.id,
    reference: recommendationReference(facts.number),
    quote: facts.quote,
    judgementAreas: facts.judgementAreas,
    leadPost: facts.leadPostTitle,
    knots: knots.map(({ state, words }) => ({ state, words })),
    evidence: sufficiencyWords(sufficiency),
    evidenceItems: known.length,
    acceptedEvidence: accepted.length,
    expiredEvidence: expired.length,
    evidenceKinds: [...new Set(accepted.map(({ kind }) => kind))].sort(),
    sufficiency: sufficiency.state,
    gaps: knots.flatMap(({ missing }) => missing.map(({ code }) => code)),
    status: facts.status,
    closedOn: facts.closedAt ? londonDate(facts.closedAt) : null,
    checks: facts.checks,
    work: { live: work.live, closed: work.closed },
  };
}

function actionOf(
  facts: ActionFacts,
  rest: ActionRest | undefined,
  evidence: readonly EvidenceFacts[],
  asAt: IsoDate,
): SnapshotAction {
  const rated = rateAction(facts, asAt);
  const { known, accepted, expired } = countEvidence(itemsOf(evidence), asAt);
  const { milestones } = facts;
  const said = rest?.mismatch;
  const isSaidOfThese = said?.declared === facts.declaredRag && said.calculated === rated.calculated.rag;
  return {
    id: facts.id,
    reference: actionReference(facts.recommendationNumber, facts.number),
    recommendationId: facts.recommendationId,
    title: facts.title,
    teamId: facts.teamId,
    team: facts.teamName,
    ownerPost: facts.ownerPostTitle,
    owner: facts.ownerName,
    leadPost: rest?.leadPost ?? null,
    partner: rest?.partner ?? null,
    priority: rest?.priority ?? 'MEDIUM',
    status: facts.status,
    statusReason: rest?.statusReason ?? null,
    rag: rated.declared,
    declaredRag: facts.declaredRag,
    ragReason: rest?.ragReason ?? '',
    ragSince: ragSince(rated.declared, rest),
    calculatedRag: rated.calculated.rag,
    calculatedReasons: rated.calculated.reasons.map(({ sentence }) => sentence),
    mismatchReason: rated.mismatch.isMismatch && isSaidOfThese ? said.reason : '',
    startDate: toIsoDateOrNull(facts.startDate),
    originalDueDate: rated.originalDueDate,
    dueDate: rated.dueDate,
    timesMoved: facts.timesMoved,
    dateAgreedBy: agreedWords(rest?.lastMove ?? null),
    percentComplete: facts.percentComplete,
    createdOn: londonDate(facts.createdAt),
    closedOn: rest?.closedAt ? londonDate(rest.closedAt) : null,
    lastUpdate: rest?.lastUpdate
      ? { ...rest.lastUpdate, at: new Date(rest.lastUpdate.at).toISOString() }
      : null,
    milestones: {
      total: milestones.length,
      done: milestones.filter(({ doneOn }) => doneOn !== null).length,
      late: milestones.filter(({ doneOn, dueDate }) => doneOn === null && dueDate < asAt).length,
    },
    evidenceItems: known.length,
    acceptedEvidence: accepted.length,
    expiredEvidence: expired.length,
    submittedEvidence: known.filter(({ state }) => state === 'SUBMITTED').length,
    returnedEvidence: known.filter(({ state }) => state === 'RETURNED').length,
    alsoServesIds: facts.alsoServesIds.toSorted(),
    acceptance: facts.acceptance,
    owesWords: owesWords({ status: facts.status, startDate: toIsoDateOrNull(facts.startDate) }, asAt),
    silent: rated.isSilent,
    measures: facts.linkedMeasures.length,
    openMilestones: milestones.filter(({ doneOn }) => doneOn === null).map(({ dueDate }) => dueDate),
  };
}

/** Blue since it was closed, any other colour since it was first declared. */
function ragSince(shown: SnapshotAction['rag'], rest: ActionRest | undefined): IsoDate | null {
  const at = shown === 'BLUE' ? rest?.closedAt : shown === 'NONE' ? null : rest?.ragDeclaredAt;
  return at ? londonDate(at) : null;
}

/** Where the plan asks for nobody's word, only the programme lead sets a date. */
function agreedWords(move: ActionRest['lastMove']): string {
  if (move === null) return '';
  if (move.agreedBy !== 'BOARD') return 'Programme lead';
  return move.agreedOn ? `Improvement board of ${formatDate(move.agreedOn)}` : 'Improvement board';
}

function measureOf(facts: MeasureFacts, asAt: IsoDate): SnapshotMeasure {
  const { id, recommendationId, name, unit, direction, baseline, baselineDate, target, targetDate } = facts;
  const latest = facts.newest.at(-1) ?? null;
  const { words: distance, isMet } = distanceFromTarget(latest?.value ?? null, facts);
  return {
    ...{ id, recommendationId, name, unit, direction, baseline, baselineDate, target, targetDate },
    reference: measureReference(facts.number),
    latest: latest && { value: latest.value, date: latest.date },
    movement: facts.movement,
    distance,
    isMet,
    isLate: isLate({ ...facts, createdOn: londonDate(facts.createdAt) }, latest?.date ?? null, asAt).isLate,
  };
}
