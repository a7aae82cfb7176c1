import type { IsoDate } from '@gt/contracts/words';
import { weekdayOf } from '../calendar/civil-day.ts';
import { isTimeOfDay, londonInstant } from '../calendar/index.ts';

/** When somebody wants their mail; times are those of the clock in London, "07:30". */
export type DigestHours = {
  digestTime: string;
  /** 1 Monday to 7 Sunday. */
  digestDays: readonly number[];
  /** No mail from this time … */
  quietFrom: string;
  /** … to this one, of the next day where it is earlier. The same twice: no quiet hours. */
  quietTo: string;
};

export type DigestDue = { due: true } | { due: false; why: 'NOT_THIS_DAY' | 'NOT_YET' | 'QUIET' };

/**
 * Whether somebody's digest of today may go out now: on one of their days, from their time on, never in their quiet
 * hours. A time within the quiet hours means their end: nobody misses a digest for having chosen both. `today` is the
 * day in London at `now`. That it goes out once a day is seen to by who sends it. Throws RangeError for a time that
 * is none.
 * Example: from 07:30 on Mondays to Fridays, quiet from 18:00 to 07:00: on Monday 30 March 2026, the day after clocks
 * went forward, it is due from 06:30 UTC to 17:00 UTC.
 */
export function digestDue(hours: DigestHours, today: IsoDate, now: Date): DigestDue {
  if (!hours.digestDays.includes(weekdayOf(today))) return { due: false, why: 'NOT_THIS_DAY' };
  const begins = isQuietAt(hours, hours.digestTime) ? hours.quietTo : hours.digestTime;
  if (now < londonInstant(today, begins)) return { due: false, why: 'NOT_YET' };
  return isQuiet(hours, today, now) ? { due: false, why: 'QUIET' } : { due: true };
}

function isQuiet({ quietFrom, quietTo }: DigestHours, today: IsoDate, now: Date): boolean {
  const isFrom = now >= londonInstant(today, quietFrom);
  const isTo = now >= londonInstant(today, quietTo);
  return spans(quietFrom, quietTo, isFrom, isTo);
}

function isQuietAt({ quietFrom, quietTo }: DigestHours, time: string): boolean {
  for (const each of [time, quietFrom, quietTo]) {
    if (!isTimeOfDay(each)) throw new RangeError(`“${each}” is not a time of day such as 07:30`);
  }
  return spans(quietFrom, quietTo, time >= quietFrom, time >= quietTo);
}

/** Between the two times of one day, or over midnight from the one to the other. */
function spans(from: string, to: string, isFrom: boolean, isTo: boolean): boolean {
  if (from === to) return false;
  return from < to ? isFrom && !isTo : isFrom || !isTo;
}
