import type { Rag } from '@gt/contracts/words';
import { type ColourMove, colourMoved, RAG_BY_URGENCY, worstRag } from '../rag/index.ts';
import { compareReferences, groupBy } from '../snapshot/index.ts';
import { recommendationWeeks } from './colour-run.ts';
import { type Delivery, deliveryOf } from './delivery.ts';
import { type Counting, type Figure, figureOf, LIVE } from './figure.ts';
import type {
  EarlierPosition,
  PositionAction,
  PositionFacts,
  PositionMeasure,
  PositionRecommendation,
} from './position-facts.ts';

export type RecommendationStanding = {
  recommendation: PositionRecommendation;
  /** The worst that is declared, and the worst by the rule. */
  colour: Rag;
  calculated: Rag;
  /** Its colour in the review before; null when it was not in it, or there is none. */
  was: Rag | null;
  move: ColourMove | null;
  weeks: number;
  /** The action that its colour comes from, where that needs attention; the longest at it. */
  worstActionId: string | null;
  worstReference: string | null;
  counts: { rag: Rag; figure: Figure }[];
  actions: Figure;
  closed: Figure;
  overdue: Figure;
  delivery: Delivery;
};

/** The review that movement is told against: the newest frozen with one, else the newest of all. */
export function previousOf(earlier: readonly EarlierPosition[]): EarlierPosition | null {
  return earlier.find(({ reviewNumber }) => reviewNumber !== null) ?? earlier[0] ?? null;
}

/**
 * How each recommendation stands, what needs attention first: by colour, then what got worse, then the longest at its
 * colour. An action that answers several counts for each of them.
 */
export function standingsOf(facts: PositionFacts): RecommendationStanding[] {
  const serving = servingOf(facts.actions);
  const measures = groupBy(facts.measures, ({ recommendationId }) => recommendationId);
  const previous = previousOf(facts.earlier);
  return facts.recommendations
    .map((recommendation) =>
      standingOf(recommendation, serving.get(recommendation.id) ?? [], {
        measures: measures.get(recommendation.id) ?? [],
        previous,
        facts,
      }),
    )
    .sort(compareStandings);
}

function servingOf(actions: readonly PositionAction[]): Map<string, PositionAction[]> {
  const found = new Map<string, PositionAction[]>();
  for (const action of actions) {
    for (const id of new Set([action.recommendationId, ...action.alsoServesIds])) {
      const list = found.get(id);
      if (list) list.push(action);
      else found.set(id, [action]);
    }
  }
  return found;
}

function standingOf(
  recommendation: PositionRecommendation,
  actions: readonly PositionAction[],
  more: { measures: readonly PositionMeasure[]; previous: EarlierPosition | null; facts: PositionFacts },
): RecommendationStanding {
  const { id } = recommendation;
  const { measures, previous, facts } = more;
  const live = actions.filter(({ status }) => status !== 'CANCELLED');
  const colour = worstRag(live.map(({ rag }) => rag));
  const worst = longestAt(live, colour);
  const was = previous?.colours.get(id) ?? null;
  const actionsSince = colour === 'NONE' ? null : (worst?.ragSince ?? null);
  const needsAttention = colour === 'RED' || colour === 'AMBER';
  return {
    recommendation,
    colour,
    calculated: worstRag(live.map(({ calculatedRag }) => calculatedRag)),
    was,
    move: was === null ? null : colourMoved(was, colour),
    weeks: recommendationWeeks(id, { colour, asAt: facts.asAt, actionsSince }, facts.earlier),
    worstActionId: needsAttention ? (worst?.id ?? null) : null,
    worstReference: needsAttention ? (worst?.reference ?? null) : null,
    ...figuresOf(id, live, facts),
    delivery: deliveryOf(recommendation, live, measures, facts),
  };
}

function figuresOf(id: string, live: readonly PositionAction[], counting: Counting) {
  const under = { recommendationIds: [id] };
  const of = (name: string, filter: Figure['filter']) =>
    figureOf(`recommendation:${id}:${name}`, live, { ...under, ...filter }, counting);
  return {
    counts: RAG_BY_URGENCY.map((rag) => ({
      rag,
      // A cancelled action is not rated either.
      figure: of(rag, { rags: [rag], ...(rag === 'NONE' ? { statuses: LIVE } : {}) }),
    })),
    actions: of('actions', { statuses: LIVE }),
    closed: of('closed', { statuses: ['CLOSED'] }),
    overdue: of('overdue', { due: 'OVERDUE' }),
  };
}

/** Of the actions at a colour, which come in order of reference, the one that has been at it longest. */
function longestAt(actions: readonly PositionAction[], colour: Rag): PositionAction | undefined {
  let found: PositionAction | undefined;
  for (const action of actions) {
    if (action.rag !== colour) continue;
    const isLonger = action.ragSince !== null && action.ragSince < (found?.ragSince ?? '9');
    if (found === undefined || isLonger) found = action;
  }
  return found;
}

const MOVE_RANK: Record<ColourMove, number> = { WORSE: 0, SAME: 1, BETTER: 2 };

function compareStandings(one: RecommendationStanding, other: RecommendationStanding): number {
  return (
    RAG_BY_URGENCY.indexOf(one.colour) - RAG_BY_URGENCY.indexOf(other.colour) ||
    MOVE_RANK[one.move ?? 'SAME'] - MOVE_RANK[other.move ?? 'SAME'] ||
    other.weeks - one.weeks ||
    compareReferences(one.recommendation.reference, other.recommendation.reference)
  );
}
