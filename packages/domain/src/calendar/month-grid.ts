import type { IsoDate } from '@gt/contracts/words';
import { addDays } from './add-days.ts';
import { addMonths } from './add-months.ts';
import { englandAndWalesBankHolidays } from './bank-holidays.ts';
import { weekdayOf } from './civil-day.ts';
import { isoWeekMonday, isWeekend } from './iso-week.ts';

/** The first day of a date's month. Example: 12 March 2026 → 1 March 2026. */
export function monthStart(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01` as IsoDate;
}

/** The last day of a date's month. Example: 12 February 2028 → 29 February 2028. */
export function monthEnd(date: IsoDate): IsoDate {
  return addDays(addMonths(monthStart(date), 1), -1);
}

/** The first day of a date's quarter: January, April, July, October. */
export function quarterStart(date: IsoDate): IsoDate {
  const month = Number(date.slice(5, 7));
  return addMonths(monthStart(date), -((month - 1) % 3));
}

/** The weeks that show a month, each from Monday to Sunday; days of the months beside it complete the first and last. */
export function monthWeeks(date: IsoDate): IsoDate[][] {
  const last = monthEnd(date);
  const weeks: IsoDate[][] = [];
  for (let monday = isoWeekMonday(monthStart(date)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)));
  }
  return weeks;
}

/**
 * The day to which a key moves in a grid of days; null for any other key.
 *
 * Source: WAI-ARIA Authoring Practices, date picker dialog: arrows by day and week, Home and End to the ends of the week,
 * Page Up and Page Down by month, with Shift by year.
 * Example: Page Down on 31 January 2027 → 28 February 2027.
 */
export function stepByKey(date: IsoDate, key: string, withShift = false): IsoDate | null {
  const months = withShift ? 12 : 1;
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return isoWeekMonday(date);
    case 'End':
      return addDays(isoWeekMonday(date), 6);
    case 'PageUp':
      return addMonths(date, -months);
    case 'PageDown':
      return addMonths(date, months);
    default:
      return null;
  }
}

/** Why no work is done on a day: the holiday's name, or the weekend; null for a working day. */
export function dayOff(date: IsoDate): { name: string; isHoliday: boolean } | null {
  const holiday = englandAndWalesBankHolidays(Number(date.slice(0, 4))).find((day) => day.date === date);
  if (holiday) return { name: holiday.name, isHoliday: true };
  if (!isWeekend(date)) return null;
  return { name: weekdayOf(date) === 6 ? 'Saturday' : 'Sunday', isHoliday: false };
}
