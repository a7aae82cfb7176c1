import type { Line } from './group-lines.ts';

/** Running headers and footers stand in these shares of the page's height. */
const FOOT_ZONE = 0.16;
const HEAD_ZONE = 0.1;
const PAGE_NUMBER = /^(page )?\d{1,4}( of \d{1,4})?$/i;
/** Footnotes are set at less than this share of the page's usual size. */
const FOOTNOTE_SIZE = 0.9;

/**
 * Takes away what is not the report's own running text: page numbers, headers and footers that repeat from
 * page to page, and footnotes at the foot of a page.
 */
export function dropFurniture(pages: Line[][]): Line[][] {
  const repeated = repeatedLines(pages);
  const usual = usualSize(pages.flat());
  return pages.map((lines) => {
    const kept = lines.filter((line) => {
      if (!inZone(line)) return true;
      return !PAGE_NUMBER.test(line.text) && !repeated.has(shape(line));
    });
    return dropFootnotes(kept, usual);
  });
}

function repeatedLines(pages: Line[][]): Set<string> {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const shapes = new Set(lines.filter(inZone).map(shape));
    for (const key of shapes) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const needed = Math.max(2, Math.ceil(pages.length * 0.25));
  return new Set([...seen].filter(([, count]) => count >= needed).map(([key]) => key));
}

function inZone(line: Line): boolean {
  return line.y < line.pageHeight * FOOT_ZONE || line.y > line.pageHeight * (1 - HEAD_ZONE);
}

/** Same words at the same height, whatever the page number. */
function shape(line: Line): string {
  const words = line.text.toLowerCase().replace(/\s*\b\d{1,3}$/, '');
  return `${Math.round(line.size)} ${words.replace(/\d+/g, '#').trim()}`;
}

/** Measured against page and document: a page may be all in a smaller size, or hold little but a heading. */
function dropFootnotes(lines: Line[], documentSize: number): Line[] {
  const usual = Math.min(usualSize(lines), documentSize);
  let end = lines.length;
  while (end > 0 && (lines[end - 1]?.size ?? usual) < usual * FOOTNOTE_SIZE) end -= 1;
  return lines.slice(0, end);
}

/** The size that most letters of these lines have; 0 when there are none. */
export function usualSize(lines: readonly Line[]): number {
  const weights = new Map<number, number>();
  for (const line of lines) weights.set(line.size, (weights.get(line.size) ?? 0) + line.text.length);
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The font that most letters of these lines have. */
export function usualFont(lines: readonly Line[]): string {
  const weights = new Map<string, number>();
  for (const line of lines) weights.set(line.font, (weights.get(line.font) ?? 0) + line.text.length);
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
