import type { IsoDate } from '@gt/contracts/words';
import { addDays } from './add-days.ts';
import { weekdayOf } from './civil-day.ts';

/** Saturday or Sunday. */
export function isWeekend(date: IsoDate): boolean {
  return weekdayOf(date) >= 6;
}

/** The Monday of the date's week; weeks run Monday to Sunday (ISO 8601). Example: 12 March 2026 → 9 March 2026. */
export function isoWeekMonday(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekdayOf(date));
}
