import type { GridMerge } from '@gt/contracts/words';
import { guessHeading, headingKey } from './guess-heading.ts';
import { columnLetters, type TableHeading, type TableRow } from './table.ts';

type Joined = { headings: TableHeading[]; from: number; to: number };

const textAt = (row: TableRow | undefined, column: number) =>
  row?.cells[column]?.text.replace(/\s+/g, ' ').trim() ?? '';

/**
 * The headings at a row, joined with a row of groups above it or with a second row below it:
 * "Timescale" over "Start" and "End" is "Timescale: Start" and "Timescale: End".
 */
export function joinHeadings(rows: readonly TableRow[], at: number, merges: readonly GridMerge[]): Joined {
  const row = rows[at] as TableRow;
  const above = rows[at - 1];
  const below = rows[at + 1];
  if (above && isGroups(above, row, merges)) {
    return { headings: named(groups(above, row, merges), row), from: at - 1, to: at };
  }
  if (below && isSecond(row, below, merges)) {
    return { headings: named(groups(row, below, merges), below), from: at, to: at + 1 };
  }
  return { headings: named([], row), from: at, to: at };
}

const isAcross = ({ top, bottom, left, right }: GridMerge, row: TableRow) =>
  top === row.number && bottom === row.number && right > left;

/** A row above that is merged across some of the columns, not all of them as a title is. */
function isGroups(above: TableRow, row: TableRow, merges: readonly GridMerge[]): boolean {
  if (above.number !== row.number - 1) return false;
  const across = merges.filter((merge) => isAcross(merge, above));
  const width = row.cells.filter((cell) => cell?.text).length;
  return across.some(({ left, right }) => right - left + 1 < width) && across.length > 0;
}

/** A row below whose short words stand where this one has none, or under a cell that stretches over them. */
function isSecond(row: TableRow, below: TableRow, merges: readonly GridMerge[]): boolean {
  if (below.number !== row.number + 1) return false;
  const own = below.cells.flatMap((cell, column) =>
    cell && !cell.isCopied && cell.text.trim() !== '' ? [{ cell, column }] : [],
  );
  if (own.length === 0 || own.some(({ cell }) => cell.text.length > 40 || cell.date)) return false;
  const across = merges.filter((merge) => isAcross(merge, row));
  const isUnder = (column: number) =>
    across.some(({ left, right }) => column >= left && column <= right) || textAt(row, column) === '';
  const fits = own.filter(({ cell, column }) => guessHeading(cell.text) !== null && isUnder(column));
  return (
    fits.length > 0 &&
    own.every(({ column }) => isUnder(column) || across.length === 0) &&
    own.length <= 8 &&
    own.filter(({ column }) => !isUnder(column)).length <= 1
  );
}

/** The group that each column stands under: by the merge, or by the words to its left. */
function groups(above: TableRow, row: TableRow, merges: readonly GridMerge[]): string[] {
  const across = merges.filter((merge) => isAcross(merge, above));
  const width = Math.max(above.cells.length, row.cells.length);
  let last = '';
  return Array.from({ length: width }, (_, column) => {
    const merge = across.find(({ left, right }) => column >= left && column <= right);
    if (merge) return textAt(above, merge.left);
    const own = textAt(above, column);
    if (own !== '') last = own;
    if (own !== '' || across.length > 0) return own;
    return textAt(row, column) === '' ? '' : last;
  });
}

function named(above: readonly string[], row: TableRow): TableHeading[] {
  const width = Math.max(above.length, row.cells.length);
  const taken = new Map<string, number>();
  return Array.from({ length: width }, (_, column) => {
    const [top = '', own] = [above[column], textAt(row, column)];
    const words = own === '' || own === top ? top : top === '' ? own : `${top}: ${own}`;
    const key = headingKey(words);
    if (key === '') {
      const letters = columnLetters(column);
      return { column, key: `column ${letters.toLowerCase()}`, heading: `Column ${letters}` };
    }
    const times = (taken.get(key) ?? 0) + 1;
    taken.set(key, times);
    return times === 1
      ? { column, key, heading: words }
      : { column, key: `${key} ${times}`, heading: `${words} (${times})` };
  });
}
