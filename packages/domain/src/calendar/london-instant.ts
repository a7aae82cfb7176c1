import type { IsoDate } from '@gt/contracts/words';
import { addDays } from './add-days.ts';
import { dateOf, dayNumber, weekdayOf } from './civil-day.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Whether a text is a time of day such as 09:30 or 17:00. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instant of a London wall clock, "10:00" on a day. British Summer Time, an hour ahead, runs from 01:00 GMT on
 * the last Sunday of March to 01:00 GMT on the last Sunday of October (Summer Time Order 2002). A time that the
 * spring change skips counts as an hour later; of one that the autumn change repeats, the first is meant.
 * Throws RangeError for a time that is none.
 * Example: 31 March 2026 at 10:00 is 09:00 UTC.
 */
export function londonInstant(date: IsoDate, time: string): Date {
  if (!isTimeOfDay(time)) throw new RangeError(`“${time}” is not a time of day such as 10:00`);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asIfGmt = dayNumber(date) * DAY + hours * HOUR + minutes * 60_000;
  const year = Number(date.slice(0, 4));
  const begins = dayNumber(lastSunday(year, 3)) * DAY + HOUR;
  const ends = dayNumber(lastSunday(year, 10)) * DAY + HOUR;
  const asIfSummer = asIfGmt - HOUR;
  return new Date(asIfSummer >= begins && asIfSummer < ends ? asIfSummer : asIfGmt);
}

/** Of March and October, which both have 31 days. */
function lastSunday(year: number, month: 3 | 10): IsoDate {
  const last = dateOf(year, month, 31);
  return addDays(last, -(weekdayOf(last) % 7));
}
