import { type DeliveryStatus, type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';
import { addDays, checkYear, daysBetween } from '../calendar/index.ts';
import { checkText, countOf } from '../wording/index.ts';

/** Longest title of a milestone in characters, and the most an action may have. */
export const MILESTONE_LIMITS = { title: 200, count: 50 } as const;

export type MilestoneInput = { title?: string; dueDate?: IsoDate | null; doneOn?: IsoDate | null };

/**
 * Everything wrong with a milestone as typed, one sentence a field. It has a title and a date; it can be ticked off
 * today or on a day before, never ahead.
 * Example: done on 13 March 2026 said on 12 March 2026 → "The day it was done cannot be after today".
 */
export function validateMilestone(input: MilestoneInput, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.title !== undefined) {
    const rule = { label: 'The title', enter: 'Enter what will be reached', max: MILESTONE_LIMITS.title };
    problems.push(...checkText('title', input.title, rule));
  }
  if (input.dueDate === null)
    problems.push({ field: 'dueDate', message: 'Enter the date it should be reached by' });
  else if (input.dueDate !== undefined) problems.push(...checkYear('dueDate', input.dueDate));
  if (input.doneOn && input.doneOn > today) {
    problems.push({ field: 'doneOn', message: 'The day it was done cannot be after today' });
  }
  return problems;
}

/** Why a milestone of a finished action cannot be touched; null when it can. */
export function milestonesAreKept(status: DeliveryStatus): string | null {
  if (status !== 'CLOSED' && status !== 'CANCELLED') return null;
  const word = status === 'CLOSED' ? 'closed' : 'cancelled';
  return `The action is ${word}, so its milestones stay as they were. Reopen it to change them.`;
}

/** What to warn of, without refusing it: reached only after the action is due, or before it starts. '' for nothing. */
export function milestoneWarning(
  milestone: { dueDate: IsoDate },
  action: { startDate: IsoDate | null; dueDate: IsoDate | null },
): string {
  if (action.dueDate !== null && milestone.dueDate > action.dueDate) {
    const days = countOf(daysBetween(action.dueDate, milestone.dueDate), 'day');
    return `${days} after the action is due on ${formatDate(action.dueDate)}`;
  }
  if (action.startDate !== null && milestone.dueDate < action.startDate) {
    return `Before the action starts on ${formatDate(action.startDate)}`;
  }
  return '';
}

/** Days a milestone is late; 0 when it is reached, not yet due, or the action is no longer open. */
export function milestoneDaysLate(
  milestone: { dueDate: IsoDate; doneOn: IsoDate | null },
  status: DeliveryStatus,
  today: IsoDate,
): number {
  if (milestone.doneOn !== null || status === 'CLOSED' || status === 'CANCELLED') return 0;
  return Math.max(0, daysBetween(milestone.dueDate, today));
}

/**
 * The milestones of a copy: open again, and as far from the new due date as they were from the old one. Without both
 * dates they keep their own.
 */
export function copyMilestones<T extends { dueDate: IsoDate }>(
  milestones: readonly T[],
  due: { from: IsoDate | null; to: IsoDate | null },
): (Omit<T, 'doneOn'> & { doneOn: null })[] {
  const by = due.from !== null && due.to !== null ? daysBetween(due.from, due.to) : 0;
  return milestones.map((milestone) => ({
    ...milestone,
    dueDate: addDays(milestone.dueDate, by),
    doneOn: null,
  }));
}

/** A successor that is due before what it waits for cannot be met as planned. '' when the order holds. */
export function orderWarning(
  predecessor: { reference: string; dueDate: IsoDate | null },
  successor: { reference: string; dueDate: IsoDate | null },
): string {
  if (predecessor.dueDate === null || successor.dueDate === null) return '';
  if (successor.dueDate >= predecessor.dueDate) return '';
  return `${successor.reference} is due on ${formatDate(successor.dueDate)}, before ${predecessor.reference} on ${formatDate(predecessor.dueDate)}`;
}
