import { type IsoDate, isoDate } from '@gt/contracts/words';
import { addDays } from './add-days.ts';

/**
 * The same day so many months later; where the month is too short, its last day.
 * Example: 30 November 2026 + 3 is 28 February 2027.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  if (!Number.isInteger(months)) throw new RangeError(`${months} is not a whole number of months`);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = (after: number) => {
    const at = year * 12 + month - 1 + after;
    return isoDate(
      `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    );
  };
  const last = addDays(first(months + 1), -1);
  const same = addDays(first(months), day - 1);
  if (same < last) return same;
  return last;
}
