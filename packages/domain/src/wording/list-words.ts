/**
 * Joins words as in a sentence: "a", "a and b", "a, b and c". Empty input gives ''.
 * With `limit`, the rest is counted: `listWords(['E1','E2','E3','E4'], 2)` is "E1, E2 and 2 more".
 */
export function listWords(words: readonly string[], limit = words.length): string {
  const shown = words.slice(0, Math.max(1, limit));
  const rest = words.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = parts[parts.length - 1];
  if (last === undefined) return '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
