import { type Concern, compareConcerns, type Likeness } from './compare-concerns.ts';

/** A recommendation with what is compared of it, and the inspection it was said in. */
export type LineageItem = Concern & { key: string; inspectionKey: string };

export type LineageSuggestion = Likeness & { laterKey: string; earlierKey: string };

/**
 * From this similarity on, "raised before" is suggested to a person; nothing is ever taken for the same concern
 * without one. Measured on thirteen pairs of published lists, three of them of one authority (Birmingham 2016, 2018,
 * 2023), with the pairs that a careful reader would make: at 30 every such pair is suggested and at most one in
 * twenty suggestions is not one; at 25 one in nine is not; at 40 one pair in six is lost.
 */
export const SUGGESTED_FROM = 30;

/** So many of one earlier inspection are suggested for one recommendation: more would not be read. */
const MOST = 4;

/**
 * Recommendations that each later one may repeat, strongest first, of those that `earlierOf` names for it. All items at
 * hand, of every inspection, are what the rarity of a word is judged by; the order they come in changes nothing.
 */
export function suggestLineage(
  later: readonly LineageItem[],
  earlierOf: (item: LineageItem) => readonly LineageItem[],
  among: readonly LineageItem[],
): LineageSuggestion[] {
  const compare = compareConcerns(among);
  return later.flatMap((item) => {
    const earlier = earlierOf(item);
    return [...new Set(earlier.map(({ inspectionKey }) => inspectionKey))]
      .flatMap((inspection) =>
        earlier
          .filter(({ key, inspectionKey }) => inspectionKey === inspection && key !== item.key)
          .map((before) => ({ laterKey: item.key, earlierKey: before.key, ...compare(item, before) }))
          .filter(({ similarity }) => similarity >= SUGGESTED_FROM)
          .toSorted(strongestFirst)
          .slice(0, MOST),
      )
      .toSorted(strongestFirst);
  });
}

function strongestFirst(a: LineageSuggestion, b: LineageSuggestion): number {
  return b.similarity - a.similarity || (a.earlierKey < b.earlierKey ? -1 : 1);
}
