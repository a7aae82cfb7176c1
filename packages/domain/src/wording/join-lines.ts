/**
 * Joins the lines of one paragraph. A word broken at a hyphen is put together without a space and keeps its
 * hyphen ("multi-" + "agency" → "multi-agency"), because these reports break only where a hyphen belongs.
 * A hanging hyphen before "and", "or" or "to" keeps its space ("16-" + "and 17-year-old"). A soft hyphen, which
 * stands only where a word was broken for the margin's sake, goes.
 */
export function joinLines(parts: readonly string[]): string {
  let joined = '';
  for (const part of parts) {
    const next = part.trim();
    if (next === '') continue;
    if (joined === '') joined = next;
    else if (joined.endsWith(SOFT)) joined = joined.slice(0, -1) + next;
    else joined += (breaksWord(joined, next) ? '' : ' ') + next;
  }
  return joined.endsWith(SOFT) ? joined.slice(0, -1) : joined;
}

/** The soft hyphen. */
const SOFT = '\u00AD';

function breaksWord(before: string, after: string): boolean {
  if (/[\p{L}\p{N}][-\u2010\u2011/]$/u.test(before)) {
    return /^[\p{L}\p{N}]/u.test(after) && !/^(and|or|to)\b/i.test(after);
  }
  return false;
}
