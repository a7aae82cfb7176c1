import type { IsoDate } from '@gt/contracts/words';
import { addDays, isWorkingDay, londonInstant, workingCalendar } from '../calendar/index.ts';

const CALENDAR = workingCalendar();

/** How long before a weekly review its updates may be asked for, in days. */
export const UPDATES_DUE_DAYS = { min: 0, max: 6 } as const;

export type UpdatesDue = {
  date: IsoDate;
  /** "17:00", London. */
  time: string;
  at: Date;
  /** The day it would have been but for a weekend or bank holiday; null when it keeps its day. */
  movedFrom: IsoDate | null;
};

/**
 * By when updates are wanted for a review held on a day: so many days before, by a time in London. A deadline on a
 * weekend or bank holiday is on the working day before, when people are there to keep it; one on the day of the
 * review itself stays with it.
 * Example: for a review on Wednesday 2 December 2026, 1 day and "17:00" mean Tuesday 1 December 2026, 17:00; for one
 * on Monday 7 December, Friday 4 December 2026, 17:00.
 */
export function updatesDue(
  review: { date: IsoDate },
  rhythm: { updatesDueDaysBefore: number; updatesDueTime: string },
): UpdatesDue {
  const { updatesDueDaysBefore: days, updatesDueTime: time } = rhythm;
  const planned = addDays(review.date, -days);
  let date = planned;
  while (days > 0 && !isWorkingDay(date, CALENDAR)) date = addDays(date, -1);
  return { date, time, at: londonInstant(date, time), movedFrom: date === planned ? null : planned };
}
