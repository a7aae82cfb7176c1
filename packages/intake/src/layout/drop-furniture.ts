import type { Line } from './group-lines.ts';

/** Running headers and footers stand in these shares of the page's height. */
const FOOT_ZONE = 0.16;
const HEAD_ZONE = 0.1;
const PAGE_NUMBER = /^[-–|\s]*(page )?\d{1,4}( (of|\/) \d{1,4})?[-–|\s]*(page)?$/i;
/** Footnotes are set at less than this share of the page's usual size. */
const FOOTNOTE_SIZE = 0.9;
/** Small type this close to an edge runs along with every page, on however few it is seen. */
const EDGE = 0.065;
const SMALL = 0.85;

/**
 * Takes away what is not the report's own running text: page numbers, headers and footers that repeat from
 * page to page, and footnotes at the foot of a page.
 */
export function dropFurniture(pages: Line[][]): Line[][] {
  const isRepeated = repeatedLines(pages);
  const usual = usualSize(pages.flat());
  return pages.map((lines) => {
    const kept = lines.filter((line) => {
      if (!inZone(line)) return true;
      if (isAtEdge(line) && line.size < usual * SMALL) return false;
      return !PAGE_NUMBER.test(line.text) && !isRepeated(line);
    });
    return dropFootnotes(kept, usual);
  });
}

function repeatedLines(pages: Line[][]): (line: Line) => boolean {
  const seen = new Map<string, Set<number>>();
  const keep = (key: string, page: number) => seen.set(key, (seen.get(key) ?? new Set()).add(page));
  for (const [index, lines] of pages.entries())
    for (const line of lines.filter(inZone))
      for (const near of [-1, 0, 1]) keep(`${step(line) + near} ${shape(line)}`, index);
  const needed = Math.max(2, Math.ceil(pages.length * 0.25));
  return (line) => (seen.get(`${step(line)} ${shape(line)}`)?.size ?? 0) >= needed;
}

/** Heights this near to one another are the same. */
function step(line: Line): number {
  return Math.round(line.y / 8);
}

function inZone(line: Line): boolean {
  return line.y < line.pageHeight * FOOT_ZONE || line.y > line.pageHeight * (1 - HEAD_ZONE);
}

function isAtEdge(line: Line): boolean {
  return line.y < line.pageHeight * EDGE || line.y > line.pageHeight * (1 - EDGE);
}

/** Same words in the same size, whatever the page number. */
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
