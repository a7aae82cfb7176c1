import { cleanText, escapeMarkup } from '../paper/clean-text.ts';

export interface Column {
  header: string;
  /** In characters of the standard font, as spreadsheets measure it. */
  width: number;
}
export type Row = readonly string[];
export interface Sheet {
  /** At most 31 characters, none of : \ / ? * [ ] */
  name: string;
  columns: readonly Column[];
  rows: Iterable<Row> | AsyncIterable<Row>;
}

/** Excel's own limit for one cell. */
const MAX_CELL = 32_767;
const CUT_NOTE = ' … (cut here: a cell holds 32,767 characters)';
const STYLE = { body: 1, header: 2 } as const;
/** Rows gathered into one piece of XML before it is handed on. */
const BATCH = 256;

/**
 * One worksheet as XML, piece by piece. Every cell is inline text in a text format: there is no code
 * here that could write a formula, so nothing typed by anyone can become one.
 */
export async function* sheetXml(sheet: Sheet, marking: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(sheetStart(sheet.columns));
  yield Buffer.from(
    rowXml(
      1,
      sheet.columns.map((column) => column.header),
      STYLE.header,
    ),
  );
  let number = 1;
  let batch = '';
  for await (const row of sheet.rows) {
    number += 1;
    batch += rowXml(number, row, STYLE.body);
    if (number % BATCH !== 0) continue;
    yield Buffer.from(batch);
    batch = '';
  }
  yield Buffer.from(batch + sheetEnd(`A1:${columnName(sheet.columns.length - 1)}${number}`, marking));
}

/** 0 → "A", 26 → "AA". */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A cell's text: cut to what a cell holds, with "_x000A_"-like text kept literal, safe in XML. */
export function cellText(text: string): string {
  const clean = cleanText(text);
  const fitted =
    clean.length <= MAX_CELL ? clean : clean.slice(0, MAX_CELL - CUT_NOTE.length).toWellFormed() + CUT_NOTE;
  return escapeMarkup(fitted.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}

function rowXml(number: number, row: Row, style: number): string {
  let cells = '';
  for (const [index, text] of row.entries()) {
    if (text === '') continue;
    const at = `${columnName(index)}${number}`;
    cells += `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
  }
  return `<row r="${number}">${cells}</row>`;
}

function sheetStart(columns: readonly Column[]): string {
  const widths = columns
    .map(
      ({ width }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="1"/>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>`;
}

/** Filter buttons on the header, A4 landscape one page wide, and the marking on each printed page. */
function sheetEnd(range: string, marking: string): string {
  const mark = escapeMarkup(cleanText(marking).replace(/&/g, '&&'));
  const page = `&amp;C${mark === '' ? '' : `&amp;B${mark}`}`;
  return `</sheetData><autoFilter ref="${range}"/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${page}</oddHeader><oddFooter>${page}&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`;
}
