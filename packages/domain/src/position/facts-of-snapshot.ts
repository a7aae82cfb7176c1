import type {
  MovedBy,
  SnapshotAction,
  SnapshotContent,
  SnapshotMeasure,
  SnapshotRecommendation,
} from '@gt/contracts/words';
import type {
  EarlierPosition,
  PositionAction,
  PositionFacts,
  PositionMeasure,
  PositionRecommendation,
} from './position-facts.ts';

/**
 * What a snapshot knows of the position of its day; nothing is worked out anew. What the first format did not keep
 * stands there as nothing, and `isFull` says so.
 */
export function factsOfSnapshot(
  content: SnapshotContent,
  earlier: readonly EarlierPosition[],
): PositionFacts {
  const asked = new Set(content.dateRequests.map(({ actionId }) => actionId));
  const teams = new Map(content.actions.map(({ teamId, team }) => [teamId, team]));
  return {
    asAt: content.asAt,
    isFull: content.formatVersion > 1,
    silentDays: content.silentDays ?? null,
    recommendations: content.recommendations.map(recommendationOf),
    actions: content.actions.map((action) => actionOf(action, asked.has(action.id))),
    teams: [...teams].flatMap(([id, name]) => (id === null ? [] : [{ id, name: name ?? '' }])),
    measures: content.measures.map(measureOf),
    evidence: content.evidence ?? null,
    earlier,
    decisions: content.decisions,
    asks: content.asks ?? [],
  };
}

function recommendationOf(kept: SnapshotRecommendation): PositionRecommendation {
  const { id, reference, quote, leadPost, knots, evidence } = kept;
  return {
    ...{ id, reference, quote, leadPost, knots, evidence },
    sufficiency: kept.sufficiency ?? null,
    gaps: kept.gaps ?? [],
    status: kept.status ?? 'OPEN',
    checks: kept.checks ?? [],
    work: kept.work ?? null,
  };
}

function actionOf(kept: SnapshotAction, dateAsked: boolean): PositionAction {
  const { id, reference, recommendationId, teamId, status, rag, ragSince, calculatedRag } = kept;
  const { dueDate, originalDueDate, timesMoved } = kept;
  return {
    ...{ id, reference, recommendationId, teamId, status, rag, ragSince, calculatedRag },
    ...{ dueDate, originalDueDate, timesMoved, dateAsked },
    alsoServesIds: kept.alsoServesIds ?? [],
    hasOwner: kept.ownerPost !== null || kept.owner !== null,
    acceptance: kept.acceptance ?? 'NONE',
    movedBy: movedByOf(kept),
    owesWords: kept.owesWords ?? false,
    silent: kept.silent ?? false,
    hasEvidence: kept.evidenceItems + (kept.expiredEvidence ?? 0) > 0,
    returnedEvidence: kept.returnedEvidence ?? 0,
    openMilestones: kept.openMilestones ?? [],
  };
}

function measureOf(kept: SnapshotMeasure): PositionMeasure {
  const { id, reference, recommendationId, name, movement, isMet, isLate, distance } = kept;
  const words =
    movement === 'AWAY'
      ? `Moving away from its target: ${distance.slice(0, 1).toLowerCase()}${distance.slice(1)}`
      : isLate
        ? 'Its figures were late'
        : '';
  return { id, reference, recommendationId, name, movement, isMet, isLate, words };
}

/** A snapshot keeps on whose word in words. */
function movedByOf({ timesMoved, dateAgreedBy }: SnapshotAction): MovedBy | null {
  if (timesMoved === 0) return null;
  return dateAgreedBy.startsWith('Improvement board') ? 'BOARD' : 'LEAD';
}
