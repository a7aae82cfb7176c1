import { formatDate, type IsoDate, type MeasureFrequency } from '@gt/contracts/words';
import { addDays } from '../calendar/index.ts';

/** Days after the end of a period in which nobody misses its figure: data have to be drawn, checked and agreed. */
export const GRACE_DAYS: Record<MeasureFrequency, number> = {
  WEEKLY: 7,
  MONTHLY: 21,
  QUARTERLY: 42,
  YEARLY: 90,
};

const MONTHS_OF = { MONTHLY: 1, QUARTERLY: 3, YEARLY: 12 } as const;

/** The last day of a month. Example: 2026, 2 → 28 February 2026. */
export function endOfMonth(year: number, month: number): IsoDate {
  const next = month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1);
  return addDays(next, -1);
}

export function isEndOfMonth(date: IsoDate): boolean {
  return addDays(date, 1).endsWith('-01');
}

/**
 * The last day of the period after the one that ends on `date`: a week, or 1, 3 or 12 months later. From the end of a
 * month to the end of a month; otherwise the same day, or the last one there is.
 * Example: monthly, 28 February 2026 → 31 March 2026; monthly, 15 January 2026 → 15 February 2026.
 */
export function nextPeriodEnd(date: IsoDate, frequency: MeasureFrequency): IsoDate {
  if (frequency === 'WEEKLY') return addDays(date, 7);
  const months = MONTHS_OF[frequency];
  const from = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(from / 12), (from % 12) + 1];
  const last = endOfMonth(year, month);
  const day = Number(date.slice(8, 10));
  return isEndOfMonth(date) || day > Number(last.slice(8, 10)) ? last : dateOf(year, month, day);
}

/**
 * A period by its last day, as people call its figure. A whole month is its name, with the year where it is another
 * than `besideYear`; others are "the week to 12 October 2026", "the quarter to …", "the month to …", "the year to …".
 */
export function periodName(end: IsoDate, frequency: MeasureFrequency, besideYear?: string): string {
  const date = formatDate(end);
  if (frequency === 'WEEKLY') return `the week to ${date}`;
  if (frequency === 'QUARTERLY') return `the quarter to ${date}`;
  if (frequency === 'YEARLY') return `the year to ${date}`;
  if (!isEndOfMonth(end)) return `the month to ${date}`;
  const [, month = '', year = ''] = date.split(' ');
  return year === besideYear ? month : `${month} ${year}`;
}

function dateOf(year: number, month: number, day: number): IsoDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as IsoDate;
}
