import { isBirthHeading } from '@gt/domain/screening';
import { type Piece, passage } from './passage.ts';
import { readXml } from './read-xml.ts';

type Where = { place: string; isHidden: boolean };
type Cell = { column: string; text: string };
type Row = { number: string; isHidden: boolean; cells: Cell[] };

/** Days from the workbook's first day to 1 January 1970. */
const EPOCH = 25_569;
const DAY = 86_400_000;
const LAST_SERIAL = 80_000;

/**
 * Text of one sheet, a row a passage. Cells under a heading of dates of birth come once more each with that heading,
 * dates that are kept as a number of days written out.
 */
export function* readSheet(data: Uint8Array, strings: readonly string[], where: Where): Generator<Piece> {
  const { rows, others, hiddenColumns } = parse(data, strings);
  const births = new Map<string, string>();
  let hiddenRows = 0;
  for (const row of rows) {
    if (row.isHidden) hiddenRows += 1;
    const isHidden = where.isHidden || row.isHidden;
    const place = `${where.place}, row ${row.number}`;
    yield passage(place, row.cells.map(({ text }) => text).join('\t'), isHidden);
    for (const { column, text } of row.cells) {
      const heading = births.get(column);
      if (heading !== undefined) {
        yield {
          kind: 'PASSAGE',
          place: `${where.place}, cell ${column}${row.number}`,
          text: dateOf(text),
          isHidden,
          heading,
        };
      } else if (isBirthHeading(text)) births.set(column, text);
    }
  }
  if (hiddenRows > 0 || hiddenColumns) yield { kind: 'NOTICE', words: 'Hidden rows or columns' };
  yield passage(`${where.place}, formulas, headers and lists`, others, true);
}

/** "42097" → "2015-04-03"; anything else as it is. */
function dateOf(text: string): string {
  const serial = Number(text);
  if (!/^\d{1,5}(?:\.\d+)?$/.test(text) || serial < 1 || serial > LAST_SERIAL) return text;
  return new Date((Math.floor(serial) - EPOCH) * DAY).toISOString().slice(0, 10);
}

function parse(data: Uint8Array, strings: readonly string[]) {
  const rows: Row[] = [];
  const others: string[] = [];
  let hiddenColumns = false;
  let row: Row | undefined;
  let cell = { column: '', type: '', text: '' };
  let element = '';
  readXml(data, {
    open: (name, attributes) => {
      element = name;
      if (name === 'row') {
        row = {
          number: attributes.r ?? String(rows.length + 1),
          isHidden: isTrue(attributes.hidden),
          cells: [],
        };
      }
      if (name === 'col' && isTrue(attributes.hidden)) hiddenColumns = true;
      if (name === 'c') {
        cell = { column: (attributes.r ?? '').replace(/\d+$/, ''), type: attributes.t ?? 'n', text: '' };
      }
    },
    text: (text) => {
      if (element === 'v' || element === 't') cell.text += text;
      else if (text.trim() !== '') others.push(text, '\n');
    },
    close: (name) => {
      element = '';
      if (name === 'c' && cell.text !== '')
        row?.cells.push({ column: cell.column, text: textOf(cell, strings) });
      if (name === 'row' && row) rows.push(row);
    },
  });
  return { rows, others: others.join(''), hiddenColumns };
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

/** Long numbers may be kept as 9.434765919E9: written out as people see them. */
function textOf({ type, text }: { type: string; text: string }, strings: readonly string[]): string {
  if (type === 's') return strings[Number(text)] ?? '';
  const number = Number(text);
  return type === 'n' && /e/i.test(text) && Number.isSafeInteger(number) ? String(number) : text;
}
