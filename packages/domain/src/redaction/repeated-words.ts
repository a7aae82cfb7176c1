/** So many words in a row, in the same order, are a quotation and no chance. */
const RUN = 4;
const WORD = /[\p{L}\p{N}'’-]+/gu;
/** Two or more words in a row that begin with a capital: how a full name looks. */
const NAME = /\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)+/gu;

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** Every two neighbours that begin with a capital: "Ada Jane Brook" gives "Ada Jane" and "Jane Brook". */
export function namesIn(text: string): string[] {
  return (text.match(NAME) ?? []).flatMap((name) => {
    const parts = name.split(/\s+/);
    return parts.slice(1).map((part, index) => `${parts[index]} ${part}`);
  });
}

/**
 * Words of `texts` that `reason` repeats, or null. A reason for destroying words is kept for good, so it must not
 * carry them: neither a run of four words, nor two words with capitals that stand side by side in both.
 * Example: with the text "We met Ada Brook at home.", the reason "Ada Brook is named" answers "Ada Brook";
 * "A child is named" answers null.
 */
export function repeatedWords(reason: string, texts: readonly string[]): string | null {
  const given = wordsOf(reason);
  const low = given.map((word) => word.toLowerCase());
  const pairs = namesIn(reason);
  for (const text of texts) {
    const spaced = ` ${wordsOf(text).join(' ')} `;
    const lowered = spaced.toLowerCase();
    for (let start = 0; start + RUN <= low.length; start += 1) {
      if (lowered.includes(` ${low.slice(start, start + RUN).join(' ')} `)) {
        return given.slice(start, start + RUN).join(' ');
      }
    }
    const pair = pairs.find((candidate) => spaced.includes(` ${candidate} `));
    if (pair) return pair;
  }
  return null;
}
