import { DUE_DATE_APPROVALS, type FieldProblem, type IsoDate } from '@gt/contracts/words';
import { checkYear } from '../calendar/index.ts';
import { grouped } from '../wording/index.ts';

/** Bounds of what a plan may set. Beyond them a colour would turn always or never. */
export const PLAN_SETTING_LIMITS = {
  milestoneLateDays: { min: 0, max: 90 },
  dueSoonDays: { min: 1, max: 90 },
  silentDays: { min: 1, max: 90 },
  timesMoved: { min: 1, max: 20 },
  boardEveryWeeks: { min: 1, max: 26 },
} as const;

/** How a plan is run, as typed; NaN for a number that is none. */
export type PlanSettingsInput = {
  milestoneLateDays: number;
  dueSoonDays: number;
  silentDays: number;
  timesMoved: number;
  dueDateApproval: string;
  /** 1 Monday to 7 Sunday; null when no weekly review is held. */
  reviewWeekday: number | null;
  /** "10:00", London. */
  reviewTime: string;
  /** A board on this day and every so many weeks after; null when none is held. */
  boardFirstDate: IsoDate | null;
  boardEveryWeeks: number;
};

const NUMBERS = [
  { field: 'milestoneLateDays', label: 'Days a milestone may be late' },
  { field: 'dueSoonDays', label: 'Days before the due date' },
  { field: 'silentDays', label: 'Days without an update' },
  { field: 'timesMoved', label: 'Moves of the due date' },
  { field: 'boardEveryWeeks', label: 'Weeks between boards' },
] as const;

/**
 * Everything wrong with how a plan is run, one sentence a field.
 * Example: 0 days without an update gives "Days without an update must be a whole number from 1 to 90".
 */
export function validatePlanSettings(input: PlanSettingsInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { field, label } of NUMBERS) {
    const { min, max } = PLAN_SETTING_LIMITS[field];
    const value = input[field];
    if (!Number.isInteger(value) || value < min || value > max) {
      const message = `${label} must be a whole number from ${grouped(min)} to ${grouped(max)}`;
      problems.push({ field, message });
    }
  }
  if (!DUE_DATE_APPROVALS.some((approval) => approval === input.dueDateApproval)) {
    problems.push({ field: 'dueDateApproval', message: 'Choose whose word a change of due date needs' });
  }
  const { reviewWeekday } = input;
  if (
    reviewWeekday !== null &&
    !(Number.isInteger(reviewWeekday) && reviewWeekday >= 1 && reviewWeekday <= 7)
  ) {
    problems.push({ field: 'reviewWeekday', message: 'Choose the day of the weekly review, or none' });
  }
  if (!isTime(input.reviewTime)) {
    problems.push({ field: 'reviewTime', message: 'Enter the time of the review, like 10:00 or 14:30' });
  }
  if (input.boardFirstDate !== null) problems.push(...checkYear('boardFirstDate', input.boardFirstDate));
  return problems;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
