import { cleanText } from '../paper/clean-text.ts';
import type { Row } from './sheet-xml.ts';

/** What makes a spreadsheet take a cell for a formula, in half and full width. */
const FORMULA_START = /^[=+\-@\t\n\r\uff1d\uff0b\uff0d\uff20]/;

const BATCH_CHARACTERS = 64 * 1024;

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte-order mark so that Excel reads accents). A leading
 * apostrophe stands before anything a spreadsheet would run: "=1+1" → "'=1+1".
 */
export async function* csvFromRows(
  headers: Row,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<Uint8Array> {
  let batch = `\ufeff${csvRow(headers)}`;
  for await (const row of rows) {
    batch += csvRow(row);
    if (batch.length < BATCH_CHARACTERS) continue;
    yield Buffer.from(batch);
    batch = '';
  }
  yield Buffer.from(batch);
}

/** One cell, guarded and quoted where needed. The guard looks at the text as it came. */
export function csvCell(text: string): string {
  const clean = cleanText(text);
  const guarded = FORMULA_START.test(text) || FORMULA_START.test(clean.trimStart()) ? `'${clean}` : clean;
  return /[",\n\r;\t]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

const csvRow = (row: Row) => `${row.map(csvCell).join(',')}\r\n`;
