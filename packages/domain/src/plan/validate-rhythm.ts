import { type FieldProblem, HOLIDAY_RULES, type IsoDate } from '@gt/contracts/words';
import { checkYear, isTimeOfDay } from '../calendar/index.ts';
import { UPDATES_DUE_DAYS } from '../review/index.ts';
import { checkWhole } from './check-whole.ts';

/** Bounds of what a plan's meetings may be. */
export const RHYTHM_LIMITS = {
  reviewMinutes: { min: 10, max: 480 },
  boardEveryWeeks: { min: 1, max: 26 },
  updatesDueDaysBefore: UPDATES_DUE_DAYS,
} as const;

/** When a plan's meetings are, as typed; NaN for a number that is none. Times are London's, "10:00". */
export type RhythmInput = {
  /** 1 Monday to 7 Sunday; null when no weekly review is held. */
  reviewWeekday: number | null;
  reviewTime: string;
  reviewMinutes: number;
  /** A board on this day and every so many weeks after; null when none is held. */
  boardFirstDate: IsoDate | null;
  boardEveryWeeks: number;
  boardTime: string;
  holidayRule: string;
  /** Updates are wanted so many days before the weekly review, by this time. */
  updatesDueDaysBefore: number;
  updatesDueTime: string;
};

const NUMBERS = [
  { field: 'reviewMinutes', label: 'Minutes of the weekly review' },
  { field: 'updatesDueDaysBefore', label: 'Days between updates and the review' },
  { field: 'boardEveryWeeks', label: 'Weeks between boards' },
] as const;
const TIMES = [
  { field: 'reviewTime', message: 'Enter the time of the review, like 10:00 or 14:30' },
  { field: 'updatesDueTime', message: 'Enter the time by which updates are wanted, like 17:00' },
  { field: 'boardTime', message: 'Enter the time of the board, like 14:00' },
] as const;

/**
 * Everything wrong with when a plan's meetings are, one sentence a field.
 * Example: updates wanted on the day of a review at 10:00 by 17:00 give "Updates cannot be wanted after the review
 * begins at 10:00: choose an earlier time, or a day before".
 */
export function validateRhythm(input: RhythmInput): FieldProblem[] {
  const { reviewWeekday } = input;
  const isDay = reviewWeekday === null || [1, 2, 3, 4, 5, 6, 7].includes(reviewWeekday);
  const isRule = HOLIDAY_RULES.some((rule) => rule === input.holidayRule);
  const problems: FieldProblem[] = [
    ...(isDay ? [] : [{ field: 'reviewWeekday', message: 'Choose the day of the weekly review, or none' }]),
    ...NUMBERS.flatMap(({ field, label }) => checkWhole(field, label, input[field], RHYTHM_LIMITS[field])),
    ...TIMES.filter(({ field }) => !isTimeOfDay(input[field])),
    ...(isRule ? [] : [{ field: 'holidayRule', message: 'Choose what a bank holiday does with a meeting' }]),
    ...(input.boardFirstDate === null ? [] : checkYear('boardFirstDate', input.boardFirstDate)),
  ];
  return problems.length > 0 ? problems : updatesAfterReview(input);
}

function updatesAfterReview(input: RhythmInput): FieldProblem[] {
  const { reviewWeekday, reviewTime, updatesDueDaysBefore, updatesDueTime } = input;
  if (reviewWeekday === null || updatesDueDaysBefore > 0 || updatesDueTime <= reviewTime) return [];
  const message = `Updates cannot be wanted after the review begins at ${reviewTime}: choose an earlier time, or a day before`;
  return [{ field: 'updatesDueTime', message }];
}
