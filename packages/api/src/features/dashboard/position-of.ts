import type { ClockOut, PositionOut, PositionRecommendation } from '@gt/contracts/schemas';
import { DELIVERY_STATUSES, type IsoDate, RAGS } from '@gt/contracts/words';
import { countEvidence, isOnRecord } from '@gt/domain/evidence';
import { recommendationReference } from '@gt/domain/recommendation';
import type { ActionFacts, EvidenceFacts, RecommendationFacts } from '../recommendations/load-facts.ts';
import { byRecommendation, itemsOf } from '../recommendations/load-facts.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';
import { rateAction } from '../recommendations/rate-action.ts';
import { threadOf } from '../recommendations/thread-of.ts';
import { attentionOf, type Rated } from './attention.ts';
import { measuresPosition } from './measures-position.ts';

/** "Due soon" means due today or within this many days. */
const DUE_SOON_DAYS = 14;

export type PositionFacts = {
  planId: string;
  clocks: ClockOut[];
  recommendations: RecommendationFacts[];
  actions: ActionFacts[];
  evidence: EvidenceFacts[];
  measures: MeasureFacts[];
};

/** The position of a plan from its facts, every number by the domain's own rules. Pure. */
export function positionOf(facts: PositionFacts, today: IsoDate): PositionOut {
  const numbers = new Map(facts.recommendations.map(({ id, number }) => [id, number]));
  const rated: Rated[] = facts.actions.map((action) => ({
    facts: action,
    rated: rateAction(action, today),
    recommendationNumber: numbers.get(action.recommendationId) ?? 0,
  }));
  const live = rated.filter(({ facts: action }) => action.status !== 'CANCELLED');
  const ratedOf = byRecommendation(rated, (action) => action.facts);
  const evidenceOf = Map.groupBy(facts.evidence, (link) => link.recommendationId);
  const measuresOf = Map.groupBy(facts.measures, (measure) => measure.recommendationId);
  return {
    planId: facts.planId,
    asAt: today,
    clocks: facts.clocks,
    totals: totalsOf(facts, rated, live, today),
    recommendations: facts.recommendations.map((recommendation) =>
      recommendationOf(
        recommendation,
        ratedOf.get(recommendation.id) ?? [],
        evidenceOf.get(recommendation.id) ?? [],
        measuresOf.get(recommendation.id) ?? [],
        today,
      ),
    ),
    measures: measuresPosition(facts.measures, today),
    ...attentionOf(rated, facts, today),
  };
}

function recommendationOf(
  recommendation: RecommendationFacts,
  actions: readonly Rated[],
  evidence: readonly EvidenceFacts[],
  measures: readonly MeasureFacts[],
  today: IsoDate,
): PositionRecommendation {
  const live = actions.filter(({ facts }) => facts.status !== 'CANCELLED');
  return {
    id: recommendation.id,
    reference: recommendationReference(recommendation.number),
    quote: recommendation.quote,
    lead: recommendation.leadPostTitle,
    actions: live.length,
    closed: live.filter(({ facts }) => facts.status === 'CLOSED').length,
    declared: tally(RAGS, live, ({ rated }) => rated.declared),
    calculated: tally(RAGS, live, ({ rated }) => rated.calculated.rag),
    overdue: live.filter(({ rated }) => rated.overdue.isOverdue).length,
    thread: threadOf(
      recommendation,
      actions.map(({ facts }) => facts),
      evidence,
      measures,
      today,
    ),
  };
}

function totalsOf(
  facts: PositionFacts,
  rated: readonly Rated[],
  live: readonly Rated[],
  today: IsoDate,
): PositionOut['totals'] {
  const count = (test: (action: Rated) => boolean) => live.filter(test).length;
  const { known, accepted, expired } = countEvidence(itemsOf(facts.evidence), today);
  const proved = new Set(facts.evidence.filter(isOnRecord).map((link) => link.actionId));
  const isDueSoon = ({ rated: { overdue } }: Rated) =>
    overdue.daysLeft !== null && overdue.daysLeft >= 0 && overdue.daysLeft <= DUE_SOON_DAYS;
  return {
    recommendations: facts.recommendations.length,
    actions: live.length,
    byStatus: tally(DELIVERY_STATUSES, rated, ({ facts: action }) => action.status),
    declared: tally(RAGS, live, (action) => action.rated.declared),
    calculated: tally(RAGS, live, (action) => action.rated.calculated.rag),
    ragMismatch: count((action) => action.rated.mismatch.isMismatch),
    overdue: count((action) => action.rated.overdue.isOverdue),
    overdueAgainstOriginal: count((action) => action.rated.overdue.isPastOriginal),
    dueIn14Days: count(isDueSoon),
    withoutEvidence: count((action) => !proved.has(action.facts.id)),
    silent: count((action) => action.rated.isSilent),
    waitingForCheck: known.filter((item) => item.state === 'SUBMITTED').length,
    evidence: known.length,
    evidenceAccepted: accepted.length,
    evidenceExpired: expired.length,
  };
}

/** How many rows have each word of a closed list; every word is there, with 0 when none has it. */
function tally<K extends string, T>(
  words: readonly K[],
  rows: readonly T[],
  of: (row: T) => K,
): Record<K, number> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<K, number>;
  for (const row of rows) counts[of(row)] += 1;
  return counts;
}
