import { PREVIEW_BOUNDS, type PreviewTable } from '@gt/contracts/words';
import type { Archive } from '../screening/read-archive.ts';
import { readOutline, readStrings } from '../screening/read-workbook.ts';
import { readXml } from '../screening/read-xml.ts';

export type FlatWorkbook = { tables: PreviewTable[]; notes: string[] };

/** Days from the workbook's first day to 1 January 1970. */
const EPOCH = 25_569;
const DAY = 86_400_000;
/** Formats of dates that every workbook knows by number. */
export const isKnownDate = (id: number) => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);

/** The sheets of a workbook as flat tables of what stands in their cells: no formula, nothing hidden. */
export async function flatWorkbook(archive: Archive): Promise<FlatWorkbook> {
  const { sheets } = await readOutline(archive);
  const strings = readStrings(await archive.read('xl/sharedStrings.xml'));
  const isDate = readDateStyles(await archive.read('xl/styles.xml'));
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const tables: PreviewTable[] = [];
  let left: number = PREVIEW_BOUNDS.cells;
  for (const { name, part } of shown.slice(0, PREVIEW_BOUNDS.sheets)) {
    const table = flatSheet(await archive.read(part), { strings, isDate, cells: left });
    left -= table.rows.reduce((sum, row) => sum + row.length, 0);
    tables.push({ name, ...table });
  }
  return { tables, notes: notesOn(sheets.length - shown.length, shown.length) };
}

function notesOn(hidden: number, shown: number): string[] {
  const notes: string[] = [];
  if (hidden > 0)
    notes.push(hidden === 1 ? '1 hidden sheet is not shown.' : `${hidden} hidden sheets are not shown.`);
  const { sheets } = PREVIEW_BOUNDS;
  if (shown > sheets) notes.push(`The first ${sheets} of ${shown} sheets are shown.`);
  return notes;
}

type Reading = { strings: readonly string[]; isDate: readonly boolean[]; cells: number };

function flatSheet(data: Uint8Array, of: Reading): Omit<PreviewTable, 'name'> {
  const rows: string[][] = [];
  let row: string[] = [];
  let [isRowHidden, isCut, cells] = [false, false, of.cells];
  let cell = { column: 0, type: 'n', style: 0, text: '' };
  let element = '';
  readXml(data, {
    open: (name, { r = '', t = 'n', s = '0', hidden }) => {
      element = name;
      if (name === 'row') {
        row = [];
        isRowHidden = hidden === '1' || hidden === 'true';
      }
      if (name === 'c') cell = { column: columnOf(r) ?? row.length, type: t, style: Number(s), text: '' };
    },
    text: (text) => {
      if (element === 'v' || element === 't') cell.text += text;
    },
    close: (name) => {
      element = '';
      if (name === 'c' && cell.text !== '') {
        if (cell.column >= PREVIEW_BOUNDS.columns) isCut = true;
        else row[cell.column] = shownText(cell, of);
      }
      if (name !== 'row' || isRowHidden || row.length === 0) return;
      if (rows.length >= PREVIEW_BOUNDS.rows || cells < row.length) isCut = true;
      else {
        cells -= row.length;
        rows.push(Array.from(row, (text) => text ?? ''));
      }
    },
  });
  return { rows, isCut };
}

/** "C7" → 2; null for a cell that does not say where it is. */
export function columnOf(place: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function shownText(cell: { type: string; style: number; text: string }, of: Reading): string {
  const text = wholeText(cell, of);
  return text.length > PREVIEW_BOUNDS.cellLetters ? `${text.slice(0, PREVIEW_BOUNDS.cellLetters)}…` : text;
}

function wholeText(
  { type, style, text }: { type: string; style: number; text: string },
  of: Reading,
): string {
  if (type === 's') return of.strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (of.isDate[style]) return dateWords(number);
  // Binary fractions: 0.1 + 0.2 is kept as 0.30000000000000004.
  return String(Number(number.toPrecision(15)));
}

/** "2026-03-12", with the time of day where there is one. */
export function dateWords(serial: number): string {
  const at = new Date(Math.round((serial - EPOCH) * DAY));
  if (Number.isNaN(at.getTime())) return String(serial);
  const [day = '', time = ''] = at.toISOString().split('T');
  if (serial < 1) return time.slice(0, 5);
  return Number.isInteger(serial) ? day : `${day} ${time.slice(0, 5)}`;
}

/** For each style of a cell, whether it shows a date. */
function readDateStyles(data: Uint8Array): boolean[] {
  const dates = new Set<number>();
  const styles: boolean[] = [];
  let isInCells = false;
  readXml(data, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt' && isDateFormat(formatCode)) dates.add(Number(numFmtId));
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells)
        styles.push(isKnownDate(Number(numFmtId)) || dates.has(Number(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

/** A format with days, months, years or hours outside of quoted words and colours. */
export function isDateFormat(code: string): boolean {
  return /[dmyh]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
