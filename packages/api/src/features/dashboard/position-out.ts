import type { PositionOut } from '@gt/contracts/schemas';
import { KNOTS } from '@gt/contracts/words';
import {
  moveWords,
  type Position,
  type PositionFacts,
  positionSentences,
  previousWords,
  type RecommendationStanding,
} from '@gt/domain/position';
import { namedAttention, type pickAttention } from './attention.ts';
import { measuresPosition } from './measures-position.ts';
import type { ActionNames } from './name-actions.ts';

/** How many of what comes up, of what must be decided, and of dates asked for are named; the rest is counted. */
const COMING = 8;
const DECISIONS = 5;

type Attention = ReturnType<typeof pickAttention>;
type Parts = { position: Position; facts: PositionFacts; attention: Attention; names: ActionNames };

/** The actions that the page names, each once. */
export function namedIds(position: Position, facts: PositionFacts, picked: Attention['first']): string[] {
  const ids = [
    ...position.recommendations.map(({ worstActionId }) => worstActionId),
    ...position.slips.worst.map(({ actionId }) => actionId),
    ...position.upcoming.slice(0, COMING).map(({ actionId }) => actionId),
    ...asking(facts).map(({ id }) => id),
    ...picked.map(({ action }) => action?.id ?? null),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

const asking = ({ actions }: PositionFacts) =>
  actions.filter(({ dateAsked }) => dateAsked).slice(0, DECISIONS);

/** The position for the wire, with the names of what it names. */
export function positionOut({
  position,
  facts,
  attention,
  names,
}: Parts): Omit<PositionOut, 'planId' | 'snapshot'> {
  const { previous, isFull, slips } = position;
  const titleOf = (actionId: string) => names.get(actionId)?.title ?? '';
  return {
    asAt: position.asAt,
    isFull,
    silentDays: facts.silentDays,
    sentences: positionSentences(position),
    previous: previous && {
      snapshotId: previous.snapshotId,
      asAt: previous.asAt,
      words: previousWords(previous),
    },
    totals: position.totals,
    evidence: facts.evidence,
    recommendations: position.recommendations.map((standing) => recommendationOut(standing, position, names)),
    breaks: position.breaks.map(({ at, ids, references, actions }) => ({
      at,
      recommendations: isFull ? ids.map((id, place) => ({ id, reference: references[place] ?? '' })) : null,
      actions,
    })),
    slips: { ...slips, worst: slips.worst.map((slip) => ({ ...slip, title: titleOf(slip.actionId) })) },
    teams: position.teams,
    upcoming: upcomingOut(position, titleOf),
    decisions: {
      open: facts.decisions.length,
      items: facts.decisions
        .slice(0, DECISIONS)
        .map(({ reference, text, dueDate }) => ({ reference, text, dueDate })),
      dateAsked: position.totals.dateAsked,
      dates: asking(facts).map(({ id, reference }) => ({ actionId: id, reference, title: titleOf(id) })),
      mayBeClosed: position.recommendations
        .filter(({ delivery }) => delivery.mayBeClosed)
        .map(({ recommendation: { id, reference } }) => ({ id, reference })),
    },
    measures: measuresPosition(facts.measures),
    attention: namedAttention(attention.first, names, position.asAt),
    attentionTotal: attention.total,
  };
}

function recommendationOut(
  standing: RecommendationStanding,
  { previous }: Position,
  names: ActionNames,
): PositionOut['recommendations'][number] {
  const { recommendation, delivery, worstActionId, colour, calculated, was, move, weeks } = standing;
  const { counts, actions, closed, overdue } = standing;
  const { id, reference, quote, leadPost, knots } = recommendation;
  const { mayBeClosed: _, ...told } = delivery;
  return {
    ...{ id, reference, quote, colour, calculated, was, move, weeks, counts, actions, closed, overdue },
    lead: leadPost,
    moveWords: moveWords({ was, move }, previous),
    why: whyOf(worstActionId, standing, names),
    thread: threadOut(knots),
    delivery: told,
  };
}

/** What was said of the action that the colour comes from; where nothing was, what the rule says. */
function whyOf(
  actionId: string | null,
  { worstReference }: RecommendationStanding,
  names: ActionNames,
): PositionOut['recommendations'][number]['why'] {
  const name = actionId === null ? undefined : names.get(actionId);
  if (actionId === null || !name) return null;
  const words = name.ragReason || name.reasons[0] || 'No reason was given';
  return { actionId, reference: worstReference ?? '', title: name.title, words };
}

/** The four knots, and how many are whole. */
function threadOut(knots: PositionFacts['recommendations'][number]['knots']) {
  const whole = knots.filter(({ state }) => state === 'WHOLE').length;
  const broken = knots.find(({ state }) => state !== 'WHOLE');
  return {
    knots: knots.map(({ state, words }, place) => ({ knot: KNOTS[place] ?? 'SAID', state, words })),
    words: `${whole} of 4: ${broken?.words ?? 'the thread is whole'}`,
  };
}

function upcomingOut(
  { upcoming, due, isFull }: Position,
  titleOf: (actionId: string) => string,
): PositionOut['upcoming'] {
  const count = (kind: Position['upcoming'][number]['kind']) =>
    isFull ? upcoming.filter((item) => item.kind === kind).length : null;
  return {
    due,
    items: upcoming.slice(0, COMING).map((item) => ({
      ...item,
      words: item.actionId === null ? item.words : titleOf(item.actionId),
    })),
    total: upcoming.length,
    checks: count('CHECK'),
    asks: count('ASK'),
  };
}
