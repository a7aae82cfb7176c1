import type { IsoDate } from '@gt/contracts/words';
import { addDays } from './add-days.ts';
import { englandAndWalesBankHolidays } from './bank-holidays.ts';
import { isWeekend } from './iso-week.ts';

/** The days on which a statutory period does not run, besides Saturdays and Sundays. */
export type WorkingCalendar = {
  readonly extraHolidays: readonly IsoDate[];
  /** True for Christmas Day, Good Friday, a bank holiday in England and Wales, or an extra holiday. */
  readonly isHoliday: (date: IsoDate) => boolean;
};

/** The working calendar of England and Wales. `extraHolidays` are days proclaimed after this was written. */
export function workingCalendar(options: { extraHolidays?: readonly IsoDate[] } = {}): WorkingCalendar {
  const extraHolidays = options.extraHolidays ?? [];
  const byYear = new Map<number, ReadonlySet<IsoDate>>();
  const holidaysOf = (year: number): ReadonlySet<IsoDate> => {
    const known = byYear.get(year);
    if (known) return known;
    const days = new Set(englandAndWalesBankHolidays(year, extraHolidays).map((holiday) => holiday.date));
    byYear.set(year, days);
    return days;
  };
  return { extraHolidays, isHoliday: (date) => holidaysOf(Number(date.slice(0, 4))).has(date) };
}

/**
 * Whether a statutory period runs on this day: not a Saturday, a Sunday, Christmas Day, Good Friday or a bank
 * holiday in England and Wales. Source: S.I. 2007/462, regulation 2.
 * Example: 6 April 2026 is Easter Monday and no working day.
 */
export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar): boolean {
  return !isWeekend(date) && !calendar.isHoliday(date);
}

/**
 * The date on which the n-th working day falls; day 1 is the first working day after `date`, and 0 is `date`
 * itself. Throws RangeError unless n is a whole number from 0 to 10,000.
 * Source: S.I. 2007/462 (day 1 is the first working day after receipt).
 * Example: 70 working days from 9 May 2023 is 16 August 2023.
 */
export function addWorkingDays(date: IsoDate, workingDays: number, calendar: WorkingCalendar): IsoDate {
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > 10_000) {
    throw new RangeError(`${workingDays} is not a number of working days from 0 to 10,000`);
  }
  let current = date;
  for (let left = workingDays; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/**
 * Working days after `from`, up to and including `to`; negative when `to` is earlier. The inverse of
 * `addWorkingDays`. Example: from Friday 13 March 2026 to Monday 16 March 2026 is 1.
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number {
  if (to < from) {
    const backwards = workingDaysBetween(to, from, calendar);
    return backwards === 0 ? 0 : -backwards;
  }
  let count = 0;
  for (let current = from; current < to; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) count += 1;
  }
  return count;
}
