import type { PageLine } from '@gt/contracts/words';

/** Letters and figures alone: marks, spaces, quotation marks and hyphens differ between a page and a quote. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
/** Shorter pieces stand anywhere; they count only beside a line that surely belongs. */
const SURE = 10;

/**
 * Which lines of a page hold a quote, by their index. A line belongs when the quote holds its words or it holds the
 * quote's; the short end of a paragraph belongs when it follows such a line and ends the quote. A quote that runs
 * over to the next page is found on each with the part that stands there.
 */
export function quoteLines(lines: readonly PageLine[], quote: string): ReadonlySet<number> {
  const wanted = plain(quote);
  const found = new Set<number>();
  if (wanted === '') return found;
  for (const [index, { text }] of lines.entries()) {
    const words = plain(text);
    if (words === '') continue;
    if (words.includes(wanted)) return new Set([index]);
    const isSure = words.length >= SURE && wanted.includes(words);
    const isNext = found.has(index - 1) && wanted.includes(plain((lines[index - 1]?.text ?? '') + text));
    if (isSure || isNext) found.add(index);
  }
  return found;
}
