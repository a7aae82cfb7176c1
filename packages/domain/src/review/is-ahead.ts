import type { IsoDate } from '@gt/contracts/words';
import { londonInstant } from '../calendar/index.ts';

/**
 * Whether a meeting that begins at `time` by the clock in London has not begun yet.
 * Example: on the day of a review at 10:00 it is ahead until ten, and from then on the week after's is.
 */
export function isAhead(meeting: { date: IsoDate }, time: string, now: Date): boolean {
  return londonInstant(meeting.date, time).getTime() > now.getTime();
}
