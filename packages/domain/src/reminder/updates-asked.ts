import type { IsoDate } from '@gt/contracts/words';
import { addDays, isWorkingDay, workingCalendar } from '../calendar/index.ts';

const CALENDAR = workingCalendar();

/**
 * Whether a digest of this day asks for updates that are wanted by `dueDate` for the next review: on the working day
 * before the deadline, on the deadline's own day, and from then on until the review begins.
 * Example: for updates by Tuesday 10 March 2026 the digests of Monday and Tuesday ask, and Wednesday's before the
 * review; for updates by Monday 9 March those of Friday and Monday.
 */
export function areUpdatesAsked(dueDate: IsoDate, today: IsoDate): boolean {
  let from = addDays(dueDate, -1);
  while (!isWorkingDay(from, CALENDAR)) from = addDays(from, -1);
  return today >= from;
}
