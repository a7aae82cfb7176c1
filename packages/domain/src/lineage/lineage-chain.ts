import type { IsoDate } from '@gt/contracts/words';

/** A confirmed link: the later of two recommendations, and the earlier. */
export type ConfirmedLink = { laterKey: string; earlierKey: string };

/** One recommendation of a chain, and over which other it is reached; null where the link is its own. */
export type ChainLink = { key: string; throughKey: string | null };

/**
 * Everything a recommendation repeats: what it is linked to itself, and what those repeat in turn, each once. A link
 * of its own comes before one through another. A ring, which nobody should confirm, ends where it began.
 * Example: 2023 → 2018 and 2018 → 2016 give [2018 itself, 2016 through 2018].
 */
export function chainOf(key: string, links: readonly ConfirmedLink[]): ChainLink[] {
  return walk(
    key,
    links.map(({ laterKey, earlierKey }) => ({ from: laterKey, to: earlierKey })),
  );
}

/** The other way: everything that says it again, later. */
export function saidAgainOf(key: string, links: readonly ConfirmedLink[]): ChainLink[] {
  return walk(
    key,
    links.map(({ laterKey, earlierKey }) => ({ from: earlierKey, to: laterKey })),
  );
}

function walk(start: string, steps: readonly { from: string; to: string }[]): ChainLink[] {
  const found = new Map<string, ChainLink>();
  let ends = [start];
  while (ends.length > 0) {
    const reached = ends.flatMap((end) =>
      steps
        .filter(({ from, to }) => from === end && to !== start && !found.has(to))
        .map(({ to }) => ({ key: to, throughKey: end === start ? null : end })),
    );
    for (const link of reached) if (!found.has(link.key)) found.set(link.key, link);
    ends = [...new Set(reached.map(({ key }) => key))];
  }
  return [...found.values()];
}

/**
 * Whether one inspection may stand before another: it ended earlier. Of the same day neither does, and of a
 * recommendation of no inspection (null) everything that has ended is earlier.
 */
export function isEarlier(earlierEnd: IsoDate | null, laterEnd: IsoDate | null): boolean {
  return earlierEnd !== null && (laterEnd === null || earlierEnd < laterEnd);
}
