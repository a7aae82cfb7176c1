import { type IsoDate, isoDate } from '@gt/contracts/words';
import ICAL from 'ical.js';

export type Recurrence = {
  /** Nothing recurs before it; without a weekday it is itself the first. */
  first: IsoDate;
  everyWeeks: number;
  /** 1 Monday to 7 Sunday: the first one on or after `first` begins. Absent: the weekday of `first`. */
  weekday?: number;
};

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The days of a recurrence from one day to another, both included, by the rules of iCalendar (RFC 5545). Nothing when
 * `to` is before `from`. Throws RangeError for a number of weeks or a weekday that is none.
 * Example: every 4 weeks from 25 December 2026, in January 2027: 22 January.
 */
export function recurringDays(recurrence: Recurrence, from: IsoDate, to: IsoDate): IsoDate[] {
  const { first, everyWeeks, weekday } = recurrence;
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1) {
    throw new RangeError(`${everyWeeks} is not a number of weeks`);
  }
  const byday = weekday === undefined ? undefined : WEEKDAYS[weekday - 1];
  if (weekday !== undefined && !byday) throw new RangeError(`${weekday} is not a day of the week`);
  const rule = ICAL.Recur.fromData({
    freq: 'WEEKLY',
    interval: everyWeeks,
    ...(byday ? { byday: [byday] } : {}),
    until: ICAL.Time.fromDateString(to),
  });
  const days: IsoDate[] = [];
  const iterator = rule.iterator(ICAL.Time.fromDateString(first));
  for (let next = iterator.next(); next; next = iterator.next()) {
    const day = isoDate(next.toString());
    if (day > to) break;
    if (day >= from) days.push(day);
  }
  return days;
}
