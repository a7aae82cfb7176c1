import { namesIn } from './repeated-words.ts';

/**
 * Texts of at least this many characters are looked for in the whole plan. Shorter ones ("None", "As planned.") are
 * everybody's words, and are looked for only in the record itself and those that repeat it.
 */
export const TELLING_LENGTH = 20;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * What of `texts` is worth looking for in other records: every text of 20 characters or more, and every pair of words
 * that looks like a name. `known` are names that stand in many places by right (teams, posts, the council): a pair
 * that is part of one is left out.
 * Example: "We met Ada Brook at Early Help." with "Early Help Partnerships" known gives the sentence and "Ada Brook".
 */
export function tellingWords(texts: readonly string[], known: readonly string[] = []): string[] {
  const long = texts.map(oneLine).filter((text) => text.length >= TELLING_LENGTH);
  const lowered = known.map((name) => oneLine(name).toLowerCase());
  const names = texts
    .flatMap(namesIn)
    .filter((name) => !lowered.some((one) => one.includes(name.toLowerCase())));
  return [...new Set([...long, ...names])];
}
