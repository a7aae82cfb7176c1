import type { PageText, TextRun } from './text-run.ts';

/** A stretch of a line without a wide gap: a table cell, a bullet's text, a page number. */
export type Segment = { x: number; right: number; text: string };

export type Line = {
  page: number;
  pageWidth: number;
  pageHeight: number;
  /** Baseline, from the bottom of the page. */
  y: number;
  x: number;
  right: number;
  /** Size of most of the line's letters. */
  size: number;
  /** Font of most of the line's letters. */
  font: string;
  text: string;
  segments: Segment[];
  /** Visible runs from left to right, without footnote marks. */
  runs: TextRun[];
  /** Raised footnote marks, taken out of the text. */
  marks: string[];
};

/** A gap wider than this many ems parts two segments. */
const SEGMENT_GAP = 1.2;
/** A gap wider than this many ems is a space, even where the file holds none. */
const SPACE_GAP = 0.14;
const FOOTNOTE_MARK = /^[\d*†‡§[\]()]{1,5}$/;

/** Groups a page's runs into lines, top to bottom, by baseline; raised footnote marks are set aside. */
export function groupLines(page: PageText): Line[] {
  const clusters: TextRun[][] = [];
  const runs = page.runs.filter((run) => run.text.trim() !== '' && run.size > 0);
  for (const run of runs.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = clusters.at(-1);
    const anchor = last?.[0];
    if (last && anchor && Math.abs(anchor.y - run.y) <= 0.25 * Math.max(anchor.size, run.size))
      last.push(run);
    else clusters.push([run]);
  }
  return attachMarks(clusters.map((cluster) => toLine(page, cluster)));
}

function toLine(page: PageText, cluster: TextRun[]): Line {
  const sorted = cluster.toSorted((a, b) => a.x - b.x);
  const size = dominant(sorted, (run) => run.size);
  const marks: string[] = [];
  const runs = sorted.filter((run) => {
    const isMark = run.size <= 0.8 * size && FOOTNOTE_MARK.test(run.text.trim());
    if (isMark) marks.push(run.text.trim());
    return !isMark;
  });
  const kept = runs.length > 0 ? runs : sorted;
  const segments = toSegments(kept, size);
  const first = kept[0];
  const main = kept.find((run) => run.size === size) ?? first;
  return {
    page: page.number,
    pageWidth: page.width,
    pageHeight: page.height,
    y: main?.y ?? 0,
    x: first?.x ?? 0,
    right: Math.max(...kept.map((run) => run.x + run.width)),
    size,
    font: dominant(kept, (run) => run.font),
    text: segments.map((segment) => segment.text).join(' '),
    segments,
    runs: kept,
    marks: runs.length > 0 ? marks : [],
  };
}

function toSegments(runs: TextRun[], size: number): Segment[] {
  const segments: Segment[] = [];
  let previous: TextRun | undefined;
  for (const run of runs) {
    const gap = previous ? run.x - (previous.x + previous.width) : 0;
    const current = segments.at(-1);
    if (!previous || !current || gap > SEGMENT_GAP * size) {
      segments.push({ x: run.x, right: run.x + run.width, text: run.text });
    } else {
      current.text += (gap > SPACE_GAP * size ? ' ' : '') + run.text;
      current.right = Math.max(current.right, run.x + run.width);
    }
    previous = run;
  }
  for (const segment of segments) segment.text = tidy(segment.text);
  return segments.filter((segment) => segment.text !== '');
}

/** A raised small mark may be high enough to look like a line of its own: give it to the line below it. */
function attachMarks(lines: Line[]): Line[] {
  return lines.filter((line, index) => {
    if (!FOOTNOTE_MARK.test(line.text.replaceAll(' ', ''))) return true;
    const owner = lines
      .slice(index + 1, index + 3)
      .find((below) => line.size <= 0.8 * below.size && line.y - below.y <= 0.6 * below.size);
    if (!owner) return true;
    owner.marks.push(line.text);
    return false;
  });
}

/** One kind of space, no zero-width signs, and a soft hyphen only at the end, where it parts a word. */
function tidy(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\u00AD(?!\s*$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function dominant<T>(runs: TextRun[], of: (run: TextRun) => T): T {
  const weights = new Map<T, number>();
  for (const run of runs) weights.set(of(run), (weights.get(of(run)) ?? 0) + run.text.trim().length);
  const best = [...weights].toSorted((a, b) => b[1] - a[1])[0];
  if (!best) throw new RangeError('a line has at least one run');
  return best[0];
}
