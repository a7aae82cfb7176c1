import type { PageText, TextRun } from './text-run.ts';

/** Between these shares of the page's width a gutter is looked for. */
const FROM = 0.38;
const TO = 0.62;
const STEP = 4;
/** Half of the gutter's width in points. */
const HALF = 4;
/** So many rows on each side, of so many letters on average, make columns of text and not a table. */
const ROWS = 8;
const LETTERS = 20;
/** Words that fill a column of judgements. */
const GRADE =
  /^(grade|outstanding|good|inadequate|requires improvement( to be good)?|to be good|improvement)$/iu;

type Row = { y: number; runs: TextRun[] };

/**
 * Parts a page with a stretch in two columns into pieces in reading order: what stands above, the left column, the
 * right one, what stands below. The right one is moved over the left, so that indents mean the same in both. A page
 * in one column, or with a table, stays whole.
 */
export function splitColumns(page: PageText): PageText[] {
  const rows = toRows(page);
  const band = findBand(rows, page.width);
  if (band === null) return [page];
  const { x, from, to } = band;
  const inside = rows.slice(from, to).flatMap((row) => row.runs);
  const pieces = [
    rows.slice(0, from).flatMap((row) => row.runs),
    inside.filter((run) => run.x < x),
    toLeft(inside, x),
    rows.slice(to).flatMap((row) => row.runs),
  ];
  return pieces.filter((runs) => runs.length > 0).map((runs) => ({ ...page, runs }));
}

function toLeft(runs: readonly TextRun[], x: number): TextRun[] {
  const edge = (isLeft: boolean) =>
    Math.min(...runs.filter((run) => run.x < x === isLeft).map((run) => run.x));
  const by = edge(false) - edge(true);
  return runs.filter((run) => run.x >= x).map((run) => ({ ...run, x: run.x - by }));
}

function toRows(page: PageText): Row[] {
  const rows: Row[] = [];
  const visible = page.runs.filter((run) => run.text.trim() !== '' && run.size > 0);
  for (const run of visible.toSorted((a, b) => b.y - a.y)) {
    const last = rows.at(-1);
    if (last && last.y - run.y <= 0.25 * run.size) last.runs.push(run);
    else rows.push({ y: run.y, runs: [run] });
  }
  return rows;
}

type Band = { x: number; from: number; to: number };

/** The longest run of rows that leave a gutter free and are text on both sides of it. */
function findBand(rows: readonly Row[], width: number): Band | null {
  let best: Band | null = null;
  for (let x = width * FROM; x <= width * TO; x += STEP) {
    let from = 0;
    for (let to = 0; to <= rows.length; to += 1) {
      const row = rows[to];
      if (row && !crosses(row, x)) continue;
      const isLonger = best === null || to - from > best.to - best.from;
      if (isLonger && isColumns(rows.slice(from, to), x)) best = { x, from, to };
      from = to + 1;
    }
  }
  return best;
}

function isColumns(rows: readonly Row[], x: number): boolean {
  return [true, false].every((isLeft) => isText(rows.map((row) => side(row, x, isLeft))));
}

function crosses(row: Row, x: number): boolean {
  return row.runs.some((run) => run.x < x + HALF && run.x + run.width > x - HALF);
}

function side(row: Row, x: number, isLeft: boolean): string {
  return row.runs
    .filter((run) => run.x < x === isLeft)
    .map((run) => run.text)
    .join('');
}

function isText(sides: readonly string[]): boolean {
  const filled = sides.filter((text) => text.trim() !== '');
  const grades = filled.filter((text) => GRADE.test(text.trim()));
  if (grades.length * 4 > filled.length) return false;
  return filled.length >= ROWS && filled.join('').length / filled.length >= LETTERS;
}
