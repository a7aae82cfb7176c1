import type { PageLine } from '@gt/contracts/words';

/** Letters and figures alone: marks, spaces, quotation marks and hyphens differ between a page and a quote. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
/** Shorter pieces stand anywhere; they count only beside a line that surely belongs. */
const SURE = 10;

/**
 * Which lines of a page hold a quote, by their index: those that its words run over, from first to last. A quote that
 * runs over to the next page is found on each with the part that stands there, line by line: a line belongs when the
 * quote holds its words, and the short end of a paragraph when it follows such a line.
 */
export function quoteLines(lines: readonly PageLine[], quote: string): ReadonlySet<number> {
  const wanted = plain(quote);
  if (wanted === '') return new Set();
  const texts = lines.map(({ text }) => plain(text));
  const at = texts.join('').indexOf(wanted);
  return at < 0 ? lineByLine(texts, wanted) : overlapping(texts, at, at + wanted.length);
}

function overlapping(texts: readonly string[], from: number, to: number): Set<number> {
  const found = new Set<number>();
  let start = 0;
  for (const [index, text] of texts.entries()) {
    const end = start + text.length;
    if (start < to && end > from) found.add(index);
    start = end;
  }
  return found;
}

function lineByLine(texts: readonly string[], wanted: string): Set<number> {
  const found = new Set<number>();
  for (const [index, text] of texts.entries()) {
    if (text === '') continue;
    const isSure = text.length >= SURE && wanted.includes(text);
    const isNext = found.has(index - 1) && wanted.includes((texts[index - 1] ?? '') + text);
    if (isSure || isNext) found.add(index);
  }
  return found;
}
