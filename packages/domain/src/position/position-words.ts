import { formatDate, RAG_LABELS } from '@gt/contracts/words';
import { countOf, listWords } from '../wording/index.ts';
import type { Position } from './position-of.ts';
import type { RecommendationStanding } from './recommendation-standing.ts';

/** "the review of 22 November 2026", "the snapshot of 22 November 2026". */
export function previousWords({ asAt, reviewNumber }: NonNullable<Position['previous']>): string {
  return `the ${reviewNumber === null ? 'snapshot' : 'review'} of ${formatDate(asAt)}`;
}

/**
 * The position in plain words, for the top of the page.
 * Example: "On 29 November 2026, 6 of 17 recommendations are on track or embedded; 3 moved the wrong way since the
 * review of 22 November 2026, and 1 the right way. 9 actions are overdue. 4 recommendations have all their actions
 * closed, and 2 of them are shown to work."
 */
export function positionSentences(position: Position): string[] {
  const { recommendations, asAt } = position;
  if (recommendations.length === 0) {
    return [`On ${formatDate(asAt)} there is no recommendation in this plan.`];
  }
  const good = recommendations.filter(({ colour }) => colour === 'GREEN' || colour === 'BLUE').length;
  const of = countOf(recommendations.length, 'recommendation');
  const verb = good === 1 || recommendations.length === 1 ? 'is' : 'are';
  return [
    `On ${formatDate(asAt)}, ${good} of ${of} ${verb} on track or embedded${movedWords(position)}.`,
    lateWords(position),
    workingWords(recommendations),
  ].filter((sentence) => sentence !== '');
}

function movedWords({ recommendations, previous }: Position): string {
  if (previous === null) return '';
  const since = `since ${previousWords(previous)}`;
  const worse = recommendations.filter(({ move }) => move === 'WORSE').length;
  const better = recommendations.filter(({ move }) => move === 'BETTER').length;
  if (worse === 0 && better === 0) return `; none moved ${since}`;
  if (worse === 0) return `; ${better} moved the right way ${since}, and none the wrong way`;
  return `; ${worse} moved the wrong way ${since}${better > 0 ? `, and ${better} the right way` : ''}`;
}

function lateWords({ totals, slips }: Position): string {
  const overdue = totals.overdue.value ?? 0;
  const moved = slips.movedTwice.value ?? 0;
  const parts = [
    ...(overdue > 0 ? [`${countOf(overdue, 'action is', 'actions are')} overdue`] : []),
    ...(moved > 0 ? [`${countOf(moved, 'date has', 'dates have')} moved twice or more`] : []),
  ];
  if (parts.length > 0) return `${listWords(parts)}.`;
  return totals.actions.value === 0 ? '' : 'No action is overdue.';
}

/** Tells done from working. */
function workingWords(recommendations: readonly RecommendationStanding[]): string {
  const done = recommendations.filter(({ delivery }) => delivery.done === 'ALL');
  if (done.length === 0) return 'No recommendation has all its actions closed yet.';
  const working = done.filter(
    ({ delivery: { impact } }) => impact === 'SHOWN' || impact === 'LASTING',
  ).length;
  const so = `${countOf(done.length, 'recommendation has', 'recommendations have')} all actions closed`;
  if (done.length === 1) return `${so}, and it is ${working === 1 ? '' : 'not yet '}shown to work.`;
  return `${so}, and ${working === 0 ? 'none' : working} of them ${working === 1 ? 'is' : 'are'} shown to work.`;
}

/** How a recommendation moved, in words: "Worse: was at risk on 22 November 2026"; '' without a review before. */
export function moveWords(
  { was, move }: Pick<RecommendationStanding, 'was' | 'move'>,
  previous: Position['previous'],
): string {
  if (previous === null) return '';
  const on = `on ${formatDate(previous.asAt)}`;
  if (was === null || move === null) return `New since ${formatDate(previous.asAt)}`;
  if (move === 'SAME') return `As ${on}`;
  return `${move === 'WORSE' ? 'Worse' : 'Better'}: was ${RAG_LABELS[was].toLowerCase()} ${on}`;
}
