/**
 * Joins the lines of one paragraph. A word broken at a hyphen is put together without a space and keeps its
 * hyphen ("multi-" + "agency" → "multi-agency"), because these reports break only where a hyphen belongs.
 * A hanging hyphen before "and", "or" or "to" keeps its space ("16-" + "and 17-year-old").
 */
export function joinLines(parts: readonly string[]): string {
  let joined = '';
  for (const part of parts) {
    const next = part.trim();
    if (next === '') continue;
    if (joined === '') joined = next;
    else joined += (breaksWord(joined, next) ? '' : ' ') + next;
  }
  return joined;
}

function breaksWord(before: string, after: string): boolean {
  if (/[\p{L}\p{N}][-\u2010\u2011/]$/u.test(before)) {
    return /^[\p{L}\p{N}]/u.test(after) && !/^(and|or|to)\b/i.test(after);
  }
  return false;
}
