import type { IsoDate } from '@gt/contracts/words';
import { dateOf, dateOfDayNumber, dayNumber, weekdayOf } from '../calendar/civil-day.ts';
import { addDays } from '../calendar/index.ts';
import { meetingDates } from './meeting-dates.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * The instant at which the latest weekly review before `now` began: on its day, at `reviewTime` ("10:00") by the
 * clock in London; a review on a bank holiday was on the next working day. Strictly before, so that a review that
 * begins this moment still shows what changed since the last one. Without a weekly review: seven days ago.
 * Throws RangeError for a time that is none.
 * Source: "changed since last review" of the plan's views.
 * Example: reviews on Tuesdays at 10:00, now Monday 30 March 2026 → 24 March 2026 10:00Z, though clocks went
 * forward on 29 March.
 */
export function lastReviewAt(rhythm: { reviewWeekday: number | null; reviewTime: string }, now: Date): Date {
  const { reviewWeekday, reviewTime } = rhythm;
  if (reviewWeekday === null) return new Date(now.getTime() - 7 * DAY);
  const today = dateOfDayNumber(Math.floor(now.getTime() / DAY));
  const weekly = { reviewWeekday, boardFirstDate: null, boardEveryWeeks: 1 };
  // A day more than today: near midnight London may be a day ahead of UTC.
  const held = meetingDates(weekly, addDays(today, -21), addDays(today, 1));
  const began = held.map(({ date }) => londonInstant(date, reviewTime)).filter((at) => at < now.getTime());
  return new Date(Math.max(...began));
}

/**
 * Milliseconds of a London wall clock. British Summer Time, an hour ahead, runs from 01:00 GMT on the last Sunday
 * of March to 01:00 GMT on the last Sunday of October (Summer Time Order 2002). A time that the spring change skips
 * counts as an hour later; of one that the autumn change repeats, the first is meant.
 */
function londonInstant(date: IsoDate, time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError(`“${time}” is not a time of day such as 10:00`);
  const asIfGmt = dayNumber(date) * DAY + Number(parts[1]) * HOUR + Number(parts[2]) * 60_000;
  const year = Number(date.slice(0, 4));
  const begins = dayNumber(lastSunday(year, 3)) * DAY + HOUR;
  const ends = dayNumber(lastSunday(year, 10)) * DAY + HOUR;
  const asIfSummer = asIfGmt - HOUR;
  return asIfSummer >= begins && asIfSummer < ends ? asIfSummer : asIfGmt;
}

/** Of March and October, which both have 31 days. */
function lastSunday(year: number, month: 3 | 10): IsoDate {
  const last = dateOf(year, month, 31);
  return addDays(last, -(weekdayOf(last) % 7));
}
