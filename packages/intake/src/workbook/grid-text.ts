import type { GridResult, GridRow } from '@gt/contracts/words';
import { decodeText } from '../screening/read-plain.ts';
import { withoutBlank } from './grid-sheet.ts';
import { overLimit } from './over-limit.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** So much of a text is looked at for its separator. */
const LOOK_AT = 64 * 1024;

/** A text of separated cells: UTF-8, UTF-16 or Windows-1252, parted by comma, semicolon, tab or bar. */
export function gridText(data: Uint8Array): GridResult {
  const text = withoutMark(decodeAny(data));
  if (text.trim() === '') return { ok: false, message: 'There are no words in it. Choose the plan again.' };
  // Excel writes this line for itself; it names the separator and is no row.
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = named?.[1] ?? separatorOfText(body);
  const rows = parseText(body, separator);
  const notes = rows.notes;
  const sheet = { name: '', isHidden: false, merges: [], ...withoutBlank(rows.rows) };
  const message = overLimit([sheet]);
  return message ? { ok: false, message } : { ok: true, grid: { sheets: [sheet], notes } };
}

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

/** As `decodeText`, and UTF-16 without its mark: every second byte of English words is zero. */
function decodeAny(data: Uint8Array): string {
  const head = data.subarray(0, 1_000);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const most = head.length / 2;
  if ((zeros[1] ?? 0) > most * 0.4 && (zeros[0] ?? 0) < most * 0.1)
    return new TextDecoder('utf-16le').decode(data);
  if ((zeros[0] ?? 0) > most * 0.4 && (zeros[1] ?? 0) < most * 0.1)
    return new TextDecoder('utf-16be').decode(data);
  return decodeText(data);
}

/** The sign that parts most lines into the same number of cells, quotes respected; a comma when none does. */
function separatorOfText(text: string): string {
  const sample = text.slice(0, LOOK_AT);
  let [best, mark]: [string, number] = [',', 0];
  for (const separator of SEPARATORS) {
    const widths = parseText(sample, separator)
      .rows.map(({ cells }) => cells.length)
      .slice(0, 200);
    const counts = Map.groupBy(
      widths.filter((width) => width > 1),
      (width) => width,
    );
    const [common = 1, lines = []] =
      [...counts].sort((one, other) => other[1].length - one[1].length)[0] ?? [];
    const score = (lines.length / Math.max(widths.length, 1)) * Math.min(common, 12);
    if (score > mark) [best, mark] = [separator, score];
  }
  return best;
}

/** Cells may be quoted, hold line ends and separators, and quotes written twice. */
function parseText(text: string, separator: string): { rows: GridRow[]; notes: string[] } {
  const rows: GridRow[] = [];
  let cells: string[] = [];
  let [cell, isQuoted, wasQuoted, at] = ['', false, false, 0];
  const endCell = () => {
    cells.push(cell.trim());
    [cell, wasQuoted] = ['', false];
  };
  const endRow = () => {
    endCell();
    rows.push({ number: rows.length + 1, cells: cells.map((words) => ({ text: words })) });
    cells = [];
  };
  for (; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '' && !wasQuoted)
      [cell, isQuoted, wasQuoted] = ['', true, true];
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
    else if (text[at + 1] !== '\n') endRow();
  }
  if (cell !== '' || cells.length > 0) endRow();
  const notes = isQuoted ? ['A quotation mark is opened and never closed: look at the last rows.'] : [];
  return { rows, notes };
}
