import type { IsoDate } from '@gt/contracts/words';
import { listWords } from '../wording/index.ts';

/** "2016", of the day an inspection ended. */
export function yearOf(date: IsoDate): string {
  return date.slice(0, 4);
}

/**
 * "Raised in 2016 and 2018", of the days on which the earlier inspections ended; each year once, in order of time.
 * Nothing is said where nothing was confirmed: ''.
 */
export function raisedBeforeWords(dates: readonly IsoDate[]): string {
  const years = [...new Set(dates.map(yearOf))].toSorted();
  return years.length === 0 ? '' : `Raised in ${listWords(years)}`;
}
