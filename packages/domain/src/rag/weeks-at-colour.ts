import type { IsoDate } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';

/**
 * Which week at its colour an action is in, as the plan shows it beside the colour; 0 when it was never rated.
 * Example: red since 5 March 2026, seen on 12 March 2026 → 2, its second week.
 */
export function weeksAtColour(since: IsoDate | null, asAt: IsoDate): number {
  return since === null ? 0 : Math.floor(Math.max(0, daysBetween(since, asAt)) / 7) + 1;
}
