import type { FindingKind, FindingLevel } from '@gt/contracts/words';

/** Something in a text that may identify somebody. */
export type Finding = {
  kind: FindingKind;
  level: FindingLevel;
  /** Where it begins, and how long it is, in UTF-16 units of the text. */
  at: number;
  length: number;
  /** Enough to find it again, not enough to use it: "94• ••• ••19". */
  masked: string;
  /** Why it is taken for what it is, in words. */
  why: string;
};

/** What a rule says of a match; `at` and `length` when more than the match is meant. */
export type Judgement = Omit<Finding, 'at' | 'length' | 'masked'> & Partial<Pick<Finding, 'at' | 'length'>>;

const EDGE = 2;

/**
 * The words with everything hidden but the first and last two letters and digits; spaces and marks stay, so that the
 * shape can be recognised. Words of up to four letters and digits are hidden whole.
 * Example: "943 476 5919" → "94• ••• ••19".
 */
export function mask(words: string): string {
  const total = words.replace(NO_SIGN, '').length;
  let seen = 0;
  return words.replace(SIGN, (sign) => {
    seen += 1;
    const isEdge = seen <= EDGE || seen > total - EDGE;
    return total > 2 * EDGE && isEdge ? sign : '•';
  });
}
const SIGN = /[\p{L}\p{N}]/gu;
const NO_SIGN = /[^\p{L}\p{N}]/gu;

/** So many findings of one rule say enough of a text; further ones are not looked for. */
export const MOST_FINDINGS = 2_000;

/**
 * Every match of a pattern that `judge` takes for a finding, up to `MOST_FINDINGS`. The pattern must be global.
 */
export function findAll(
  text: string,
  pattern: RegExp,
  judge: (match: RegExpExecArray) => Judgement | null,
): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(pattern)) {
    const judged = judge(match);
    if (!judged) continue;
    if (found.length === MOST_FINDINGS) break;
    const { at = match.index, length = match[0].length, ...of } = judged;
    found.push({ ...of, at, length, masked: mask(text.slice(at, at + length)) });
  }
  return found;
}

/** Whether a place in a text touches a letter or digit, so that it is part of a longer word or number. */
export function isInsideWord(text: string, from: number, to: number): boolean {
  return WORD_SIGN.test(text.charAt(from - 1)) || WORD_SIGN.test(text.charAt(to));
}
const WORD_SIGN = /[\p{L}\p{N}_]/u;

/**
 * Looks a pattern up once in a whole text and answers whether a match ends between two places, both included. The
 * text is read when it is first asked for, so that most texts are not read at all.
 */
export function endsWithin(text: string, pattern: RegExp): (from: number, to: number) => boolean {
  let ends: number[] | null = null;
  return (from, to) => {
    ends ??= Array.from(text.matchAll(pattern), (match) => match.index + match[0].length);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return (ends[low] ?? Number.POSITIVE_INFINITY) <= to;
  };
}
