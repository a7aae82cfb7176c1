import type { IsoDate, Rag } from '@gt/contracts/words';
import { weeksAtColour } from '../rag/index.ts';
import type { EarlierPosition } from './position-facts.ts';

/**
 * Which week at its colour a recommendation is in, by what the snapshots kept: since the oldest of those that show this
 * colour without a break, or since its actions were declared so where no snapshot before says otherwise. 0 when it was
 * never rated.
 * Source: members do not trust a bare colour: show weeks at this colour.
 * Example: amber in the snapshots of 5 and 12 March 2026, green in that of 26 February, seen on 19 March → 3, since
 * 5 March.
 */
export function recommendationWeeks(
  id: string,
  now: { colour: Rag; asAt: IsoDate; actionsSince: IsoDate | null },
  newestFirst: readonly EarlierPosition[],
): number {
  let oldest: IsoDate | null = null;
  let otherwise: IsoDate | null = null;
  for (const { asAt, colours } of newestFirst) {
    const then = colours.get(id);
    if (then !== now.colour) {
      otherwise = then === undefined ? null : asAt;
      break;
    }
    oldest = asAt;
  }
  const known = [oldest, now.actionsSince].filter((day) => day !== null).sort();
  const first = known[0] ?? null;
  if (first === null) return 0;
  const since = otherwise !== null && first <= otherwise ? (oldest ?? otherwise) : first;
  return weeksAtColour(since, now.asAt);
}
