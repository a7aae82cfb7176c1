import type { IsoDate } from '@gt/contracts/words';
import { dateOfDayNumber, dayNumber } from './civil-day.ts';

/** The date `days` calendar days later (earlier when negative). Example: 28 February 2024 + 2 is 1 March 2024. */
export function addDays(date: IsoDate, days: number): IsoDate {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a whole number of days`);
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Calendar days from one date to another; negative when `to` is earlier. Example: 1 to 31 January is 30. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}
