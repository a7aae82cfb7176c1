import type { IsoDate } from '@gt/contracts/words';
import { londonInstant } from '../calendar/index.ts';

const WEEK = 7 * 86_400_000;

/**
 * The instant at which the latest weekly review before `now` began: on the last of the days `heldOn` (holidays
 * already reckoned with), at `reviewTime` ("10:00") by the clock in London. Strictly before, so that a review that
 * begins this moment still shows what changed since the last one. Seven days ago when there is none.
 * Throws RangeError for a time that is none.
 * Source: "changed since last review" of the plan's views.
 * Example: reviews on 24 and 31 March 2026 at 10:00, now Monday 30 March → 24 March 2026 10:00Z, though clocks went
 * forward on 29 March.
 */
export function lastReviewAt(heldOn: readonly IsoDate[], reviewTime: string, now: Date): Date {
  const began = heldOn
    .map((date) => londonInstant(date, reviewTime).getTime())
    .filter((at) => at < now.getTime());
  return new Date(began.length === 0 ? now.getTime() - WEEK : Math.max(...began));
}
