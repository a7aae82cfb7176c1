import {
  type FieldProblem,
  formatDate,
  type IsoDate,
  PLAN_DATE_KINDS,
  type PlanDateKind,
} from '@gt/contracts/words';
import { checkYear, daysBetween } from '../calendar/index.ts';
import { checkText } from '../wording/index.ts';

/** The texts of a date in the calendar, in characters, and the most days that one may last. */
export const PLAN_DATE_LIMITS = { title: 120, note: 2_000, days: 92 } as const;

export type PlanDateInput = {
  kind: PlanDateKind;
  title: string;
  fromDate: IsoDate;
  untilDate: IsoDate;
  note: string;
};

/**
 * Everything wrong with a date that a person puts into the calendar. Only one of the kind "Other" needs a name of its
 * own. Example: from 12 to 11 March 2026 → "The last day must be 12 March 2026, the first, or later".
 */
export function validatePlanDate({ kind, title, fromDate, untilDate, note }: PlanDateInput): FieldProblem[] {
  const enter = kind === 'OTHER' ? { enter: 'Enter what it is' } : {};
  const problems = [
    ...(PLAN_DATE_KINDS.includes(kind) ? [] : [{ field: 'kind', message: 'Choose what it is' }]),
    ...checkText('title', title, { label: 'The name', max: PLAN_DATE_LIMITS.title, ...enter }),
    ...checkText('note', note, { label: 'The note', max: PLAN_DATE_LIMITS.note }),
    ...checkYear('fromDate', fromDate),
  ];
  if (untilDate < fromDate) {
    const message = `The last day must be ${formatDate(fromDate)}, the first, or later`;
    return [...problems, { field: 'untilDate', message }];
  }
  const days = daysBetween(fromDate, untilDate) + 1;
  if (days > PLAN_DATE_LIMITS.days) {
    const message = `It may last ${PLAN_DATE_LIMITS.days} days; from ${formatDate(fromDate)} to ${formatDate(untilDate)} are ${days}`;
    return [...problems, { field: 'untilDate', message }];
  }
  return problems;
}
