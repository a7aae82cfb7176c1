import { type IsoDate, isoDate } from '@gt/contracts/words';
import { addDays, addMonths, daysBetween } from '../calendar/index.ts';

/** The last day of a month. Example: February 2024 is 29 February 2024. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
  const first = isoDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
  return addDays(addMonths(first, 1), -1);
}

/** 1 Monday to 7 Sunday. 1 January 1900 was a Monday. */
export function weekdayOf(date: IsoDate): number {
  return (daysBetween(isoDate('1900-01-01'), date) % 7) + 1;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "Sept" is 9. */
export const monthOf = (word: string) => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** "26" is 2026. */
export const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));
