import type { GridRow, GridSheet } from '@gt/contracts/words';
import { guessHeading, headingKey } from './guess-heading.ts';
import { joinHeadings } from './join-headings.ts';
import type { Table, TableCell, TableRow } from './table.ts';

export type SheetTables = {
  tables: Table[];
  /** Rows outside of every table, and why. */
  outside: { row: TableRow; reason: string }[];
};

/** Rows in which the first headings are looked for. */
const LOOK_FOR_HEADINGS = 40;
const HEADING_LETTERS = 60;

/**
 * The tables of a sheet: headings found by their words, over one row or two, again where they change further down;
 * merged cells give their words to every row they cover. Every row is in a table or outside with a reason.
 */
export function readTables(sheet: GridSheet): SheetTables {
  const rows = spread(sheet);
  const first = firstHeading(rows);
  if (first === null) {
    const reason = 'No headings were found on this sheet, so nothing on it says what it is.';
    return { tables: [], outside: rows.map((row) => ({ row, reason })) };
  }
  const found: SheetTables = { tables: [], outside: [] };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as TableRow;
    const table = found.tables.at(-1);
    if (at === first || (at > first && isHeadingAgain(row))) {
      at = openTable(found, rows, at, sheet);
    } else if (table) table.rows.push(row);
    else found.outside.push({ row, reason: 'Stands above the headings.' });
  }
  return found;
}

/** Begins a table at the headings, with a second row of them when there is one; answers the last row used. */
function openTable(found: SheetTables, rows: readonly TableRow[], at: number, sheet: GridSheet): number {
  const { headings, from, to } = joinHeadings(rows, at, sheet.merges);
  const before = found.tables.at(-1);
  const isSame =
    before && headings.map(({ key }) => key).join() === before.headings.map(({ key }) => key).join();
  // A row of group headings was taken for something else before the row under it was looked at.
  for (let back = from; back < at; back += 1) {
    if (found.outside.at(-1)?.row === rows[back]) found.outside.pop();
    else if (before && before.rows.at(-1) === rows[back]) before.rows.pop();
  }
  const reason = isSame ? 'The headings again.' : 'Headings.';
  for (const row of rows.slice(from, to + 1)) found.outside.push({ row, reason });
  if (!isSame) found.tables.push({ headings, rows: [] });
  return to;
}

/** Gives the words of merged cells to all that they cover downwards, and tells rows that are one wide cell. */
function spread(sheet: GridSheet): TableRow[] {
  const rows = sheet.rows.map((row: GridRow) => ({
    number: row.number,
    cells: [...row.cells] as (TableCell | null)[],
    isHidden: row.isHidden ?? false,
    isWide: false,
  }));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { top, left, bottom, right } of sheet.merges) {
    const source = byNumber.get(top);
    const cell = source?.cells[left];
    if (!source || !cell) continue;
    if (right > left) source.isWide = true;
    for (let number = top + 1; number <= Math.min(bottom, top + sheet.rows.length); number += 1) {
      const row = byNumber.get(number);
      if (row && !row.cells[left]?.text) row.cells[left] = { ...cell, isCopied: true };
    }
  }
  return rows.map((row) => ({ ...row, cells: Array.from(row.cells, (cell) => cell ?? null) }));
}

const wordsOf = (row: TableRow) => row.cells.filter((cell) => cell !== null && cell.text.trim() !== '');

/** How many cells of a row are headings we know; none when it has sentences or days. */
function known(row: TableRow): number {
  const cells = wordsOf(row);
  if (cells.some((cell) => (cell?.text.length ?? 0) > HEADING_LETTERS * 2 || cell?.date)) return 0;
  const keys = cells.filter((cell) => cell && cell.text.length <= HEADING_LETTERS && guessHeading(cell.text));
  return new Set(keys.map((cell) => headingKey(cell?.text ?? ''))).size;
}

/** The row of the first headings: three we know, else the best of two, else the first with several short cells. */
function firstHeading(rows: readonly TableRow[]): number | null {
  const scores = rows.slice(0, LOOK_FOR_HEADINGS).map(known);
  const three = scores.findIndex((score) => score >= 3);
  if (three >= 0) return three;
  const best = Math.max(0, ...scores);
  if (best >= 2) return scores.indexOf(best);
  const several = rows
    .slice(0, LOOK_FOR_HEADINGS)
    .findIndex(
      (row) => wordsOf(row).length >= 3 && wordsOf(row).every((cell) => (cell?.text.length ?? 0) <= 40),
    );
  if (several >= 0) return several;
  return best === 1 && rows.length > 1 && wordsOf(rows[0] as TableRow).length <= 2 ? scores.indexOf(1) : null;
}

/** Headings further down: most of the row's cells are headings we know. */
function isHeadingAgain(row: TableRow): boolean {
  const cells = wordsOf(row);
  const score = known(row);
  return score >= 3 && score >= cells.length * 0.6 && cells.every((cell) => !cell?.isCopied);
}
