/** Longest question about an item of evidence, and longest answer, in characters. */
export const QUESTION_MAX = 2_000;
