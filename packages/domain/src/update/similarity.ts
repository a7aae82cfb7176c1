/** The four texts of a progress update. */
export type UpdateWords = { whatHappened: string; difference: string; inTheWay: string; next: string };

/** From this percentage of shared words on, an update is taken for a copy of the one before. */
export const COPY_PASTE_FROM = 90;

/** How many words stand together in one piece of the comparison. */
const TOGETHER = 3;

/**
 * How much of an update repeats another, from 0 to 100, rounded down: the share of three-word runs that both have
 * among those that either has (Jaccard). The four texts count as one, so that moving a sentence from one to another
 * changes little. Case, punctuation, accents of typing and spaces do not count; numbers do. A text of one or two
 * words is one run. Without any words on one side nothing is repeated: 0.
 * Source: updates that repeat last week's words (word-trigram similarity of 0.9 or more) are flagged.
 * Takes time in proportion to the length of both.
 * Example: "Two panels sat this week." and "two panels sat this week" give 100; with "three panels sat this week"
 * two of four runs are shared: 50.
 */
export function sameAsLast(update: UpdateWords, last: UpdateWords): number {
  const [mine, theirs] = [wordRuns(update), wordRuns(last)];
  const [few, many] = mine.size <= theirs.size ? [mine, theirs] : [theirs, mine];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared += 1;
  return Math.floor((100 * shared) / (few.size + many.size - shared));
}

/** Whether an update repeats the one before; null, for a first update, is no copy. */
export function isCopyPaste(percent: number | null): boolean {
  return percent !== null && percent >= COPY_PASTE_FROM;
}

function wordRuns({ whatHappened, difference, inTheWay, next }: UpdateWords): ReadonlySet<string> {
  const words = wordsOf([whatHappened, difference, inTheWay, next].join(' '));
  const runs = new Set<string>();
  for (let at = 0; at + TOGETHER <= words.length; at += 1) {
    runs.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`);
  }
  if (runs.size === 0 && words.length > 0) runs.add(words.join(' '));
  return runs;
}

/** "Don’t – the 1,200 visits" → dont, the, 1200, visits. */
function wordsOf(text: string): string[] {
  const even = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/(?<=\d),(?=\d)/g, '');
  return even.match(/[\p{L}\p{N}]+/gu) ?? [];
}
