import { type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';
import { addMonths, checkYear } from '../calendar/index.ts';
import { checkReason } from '../wording/index.ts';
import type { WindowAnchor, WindowRule } from './window-rules.ts';

/** The days from which the months of a rule are counted. */
export type WindowFacts = {
  receivedDate: IsoDate;
  endDate: IsoDate | null;
  /** When the action plan went, else when it is due; null where none is owed. */
  actionPlan: IsoDate | null;
  /** The last day of the latest monitoring visit that took place; null before the first. */
  lastVisit: IsoDate | null;
};

export type Span = { from: IsoDate; until: IsoDate };

/**
 * From when to when something usually comes after an inspection.
 * Example: a standard inspection about three years after one that ended on 14 December 2018 → from 14 June 2021 to
 * 14 December 2021.
 */
export function usualWindow(
  rule: Pick<WindowRule, 'anchor' | 'fromMonths' | 'untilMonths'>,
  facts: WindowFacts,
): Span {
  const anchor = anchorOf(rule.anchor, facts);
  return { from: addMonths(anchor, rule.fromMonths), until: addMonths(anchor, rule.untilMonths) };
}

function anchorOf(
  anchor: WindowAnchor,
  { receivedDate, endDate, actionPlan, lastVisit }: WindowFacts,
): IsoDate {
  if (anchor === 'INSPECTION_END') return endDate ?? receivedDate;
  if (anchor === 'REPORT_RECEIVED') return receivedDate;
  if (anchor === 'ACTION_PLAN') return actionPlan ?? receivedDate;
  return lastVisit !== null && lastVisit > receivedDate ? lastVisit : receivedDate;
}

export const WINDOW_STATES = ['BEFORE', 'OPEN', 'PASSED'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/**
 * Where a window stands, in words. Its first and its last day belong to it.
 * Example: "Could come from 12 March 2027; most likely until 12 September 2027".
 */
export function readWindow({ from, until }: Span, today: IsoDate): { state: WindowState; words: string } {
  if (today < from) {
    const words = `Could come from ${formatDate(from)}; most likely until ${formatDate(until)}`;
    return { state: 'BEFORE', words };
  }
  if (today <= until) {
    const words = `In the window now, since ${formatDate(from)}; most likely until ${formatDate(until)}`;
    return { state: 'OPEN', words };
  }
  return { state: 'PASSED', words: `Could come any day: the window ended on ${formatDate(until)}` };
}

/**
 * Everything wrong with a window that a person assumes instead of the usual one; both days null go back to the usual
 * one. A reason is asked either way.
 */
export function validateWindow(window: {
  fromDate: IsoDate | null;
  untilDate: IsoDate | null;
  reason: string;
}): FieldProblem[] {
  const { fromDate, untilDate, reason } = window;
  const problems = checkReason('reason', reason, 'Enter why another window is assumed');
  if (fromDate === null && untilDate === null) return problems;
  if (fromDate === null)
    return [...problems, { field: 'fromDate', message: 'Enter the first day of the window' }];
  if (untilDate === null)
    return [...problems, { field: 'untilDate', message: 'Enter the last day of the window' }];
  const years = [...checkYear('fromDate', fromDate), ...checkYear('untilDate', untilDate)];
  if (years.length > 0) return [...problems, ...years];
  const message = `The last day must be ${formatDate(fromDate)}, the first, or later`;
  return untilDate < fromDate ? [...problems, { field: 'untilDate', message }] : problems;
}
