import { formatDate, type IsoDate, type Rag } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { colourMoved } from '../rag/index.ts';
import { LONG_RED_WEEKS } from '../snapshot/index.ts';
import { countOf } from '../wording/index.ts';
import type { BoardAction } from './board-facts.ts';

export type Exception = { action: BoardAction; reasons: string[]; weight: number };

export const isFinished = ({ status }: Pick<BoardAction, 'status'>) =>
  status === 'CLOSED' || status === 'CANCELLED';

/** Colours as people say them. */
export const COLOURS: Record<Rag, string> = {
  RED: 'Red',
  AMBER: 'Amber',
  GREEN: 'Green',
  BLUE: 'Blue',
  NONE: 'Not rated',
};

/**
 * Actions that a board has to look at, the worst first, each with every reason why: red (and since when, from four
 * weeks on), past its original date, or declared another colour than the rule calculates.
 * Source: exceptions first; a revised date that has passed its original still shows as overdue against the original;
 * a mismatch goes to the chair.
 * Example: red for 5 weeks and 12 days past the original date → "Red for 5 weeks", "12 days past its original date,
 * 28 February 2026".
 */
export function exceptionsOf(actions: readonly BoardAction[], asAt: IsoDate): Exception[] {
  return actions
    .flatMap((action) => {
      const found = reasonsOf(action, asAt);
      return found.reasons.length > 0 ? [{ action, ...found }] : [];
    })
    .sort((a, b) => b.weight - a.weight);
}

function reasonsOf(action: BoardAction, asAt: IsoDate): { reasons: string[]; weight: number } {
  if (isFinished(action)) return { reasons: [], weight: 0 };
  const reasons: string[] = [];
  let weight = 0;
  if (action.rag === 'RED') {
    const isLong = action.weeksAtColour >= LONG_RED_WEEKS;
    reasons.push(isLong ? `Red for ${countOf(action.weeksAtColour, 'week')}` : 'Red');
    weight += 1_000 + 20 * action.weeksAtColour;
  }
  const late = daysLate(action, asAt);
  if (late > 0 && action.originalDueDate) {
    const moved = action.dueDate !== action.originalDueDate;
    const than = moved ? 'its original date' : 'its date';
    reasons.push(`${countOf(late, 'day')} past ${than}, ${formatDate(action.originalDueDate)}`);
    weight += 300 + late;
  }
  const { declaredRag, calculatedRag } = action;
  if (declaredRag !== 'NONE' && calculatedRag !== 'NONE' && declaredRag !== calculatedRag) {
    const is = COLOURS[calculatedRag].toLowerCase();
    reasons.push(`Declared ${COLOURS[declaredRag].toLowerCase()}, ${is} by the rule`);
    weight += colourMoved(declaredRag, calculatedRag) === 'WORSE' ? 200 : 20;
  }
  return { reasons, weight };
}

/** Days past the original date; 0 when it has not passed, or there is none. */
export function daysLate({ originalDueDate }: Pick<BoardAction, 'originalDueDate'>, asAt: IsoDate): number {
  return originalDueDate === null ? 0 : Math.max(0, daysBetween(originalDueDate, asAt));
}
