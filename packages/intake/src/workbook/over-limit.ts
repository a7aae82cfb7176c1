import { type GridSheet, WORKBOOK_LIMITS } from '@gt/contracts/words';
import { grouped } from '@gt/domain/wording';

/** The sentence that says which limit a workbook is over; null when it is within all. Nothing is ever cut. */
export function overLimit(sheets: readonly GridSheet[]): string | null {
  const { rows: most, columns, letters } = WORKBOOK_LIMITS;
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > most) {
    return `This has ${grouped(rows)} rows with words or more. The limit is ${grouped(most)}. Save the rows of the plan as a workbook of their own.`;
  }
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const width = row.cells.findLastIndex((cell) => cell !== null && cell.text !== '') + 1;
      if (width > columns) {
        return `Row ${row.number}${named(sheet)} has ${width} columns. The limit is ${columns}. Save the columns of the plan as a workbook of their own.`;
      }
      const long = row.cells.find((cell) => cell !== null && cell.text.length > letters);
      if (long) {
        return `Row ${row.number}${named(sheet)} has a cell of ${grouped(long.text.length)} letters. The limit is ${grouped(letters)}.`;
      }
    }
  }
  return null;
}

const named = ({ name }: GridSheet) => (name === '' ? '' : ` of the sheet “${name}”`);
