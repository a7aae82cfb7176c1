import { type GridCell, type GridMerge, type GridRow, isIsoDate } from '@gt/contracts/words';
import { columnOf, dateWords } from '../preview/flat-workbook.ts';
import { readXml } from '../screening/read-xml.ts';
import type { CellFormat } from './cell-formats.ts';

export type SheetReading = {
  strings: readonly string[];
  formats: readonly CellFormat[];
  /** Days to add in a workbook that counts from 1904. */
  daysLater: number;
  /** The words of notes on cells, by cell. */
  notes: ReadonlyMap<string, string>;
};
export type ReadSheet = { rows: GridRow[]; merges: GridMerge[]; blankRows: number };

type Cell = { column: number; type: string; format: CellFormat; text: string; note?: string };

/** The cells of a sheet with what they show; rows without any words are counted and left out. */
export function gridSheet(data: Uint8Array, of: SheetReading): ReadSheet {
  const rows: GridRow[] = [];
  const merges: GridMerge[] = [];
  let row: GridRow = { number: 0, cells: [] };
  let cell: Cell = { column: 0, type: 'n', format: { shows: 'PLAIN' }, text: '' };
  let [element, isPhonetic, last] = ['', false, 0];
  readXml(data, {
    open: (name, { r = '', t = 'n', s = '0', hidden, ref = '' }) => {
      element = name;
      if (name === 'rPh') isPhonetic = true;
      if (name === 'row') {
        last = r === '' ? last + 1 : Number(r);
        row = { number: last, cells: [], ...(hidden === '1' || hidden === 'true' ? { isHidden: true } : {}) };
      }
      if (name === 'c') {
        const format = of.formats[Number(s)] ?? { shows: 'PLAIN' };
        const note = of.notes.get(r);
        cell = {
          column: columnOf(r) ?? row.cells.length,
          type: t,
          format,
          text: '',
          ...(note ? { note } : {}),
        };
      }
      if (name === 'mergeCell') merges.push(...mergeOf(ref));
    },
    text: (text) => {
      if ((element === 'v' || element === 't') && !isPhonetic) cell.text += text;
    },
    close: (name) => {
      element = '';
      if (name === 'rPh') isPhonetic = false;
      if (name === 'c') {
        const shown = shownCell(cell, of);
        if (shown.text !== '' || shown.fill !== undefined || shown.note !== undefined)
          row.cells[cell.column] = shown;
      }
      if (name === 'row') rows.push(row);
    },
  });
  noteEmptyCells(rows, of.notes);
  return { ...withoutBlank(rows), merges };
}

/** A cell that was never filled has no element of its own, but may carry a note. */
function noteEmptyCells(rows: readonly GridRow[], notes: SheetReading['notes']): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const [ref, note] of notes) {
    const column = columnOf(ref);
    const row = byNumber.get(Number(/\d+$/.exec(ref)?.[0]));
    if (row && column !== null) row.cells[column] ??= { text: '', note };
  }
}

/** Rows with words, and how many between the first and the last of them have none. */
export function withoutBlank(rows: readonly GridRow[]): { rows: GridRow[]; blankRows: number } {
  const worded = rows.filter(({ cells }) => cells.some((cell) => cell && cell.text.trim() !== ''));
  const [first, last] = [worded[0], worded.at(-1)];
  const span = first && last ? last.number - first.number + 1 : 0;
  const filled = worded.map((row) => ({ ...row, cells: Array.from(row.cells, (cell) => cell ?? null) }));
  return { rows: filled, blankRows: span - worded.length };
}

function mergeOf(ref: string): GridMerge[] {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref);
  if (!match) return [];
  const [left, right] = [columnOf(match[1] ?? ''), columnOf(match[3] ?? '')];
  if (left === null || right === null) return [];
  return [{ top: Number(match[2]), left, bottom: Number(match[4]), right }];
}

function shownCell(cell: Cell, of: SheetReading): GridCell {
  const { text, date } = wordsOf(cell, of);
  const { fill } = cell.format;
  return {
    text: text.replace(/\r\n?/g, '\n').replace(/_x000D_/g, ''),
    ...(date !== undefined && isIsoDate(date) ? { date } : {}),
    ...(fill === undefined || fill === 'FFFFFF' ? {} : { fill }),
    ...(cell.note === undefined ? {} : { note: cell.note }),
  };
}

function wordsOf({ type, format, text }: Cell, of: SheetReading): { text: string; date?: string } {
  if (type === 's') return { text: of.strings[Number(text)] ?? '' };
  if (type === 'b') return { text: text === '' ? '' : text === '1' ? 'Yes' : 'No' };
  if (type === 'd') return { text: text.slice(0, 10), date: text.slice(0, 10) };
  const number = Number(text);
  if (type !== 'n' || text === '' || !Number.isFinite(number)) return { text };
  if (format.shows === 'DATE' && number >= 1) {
    const words = dateWords(number + of.daysLater);
    return { text: words, date: words.slice(0, 10) };
  }
  if (format.shows === 'PERCENT') return { text: `${Number((number * 100).toPrecision(12))}%` };
  // Binary fractions: 0.1 + 0.2 is kept as 0.30000000000000004.
  return { text: String(Number(number.toPrecision(15))) };
}
