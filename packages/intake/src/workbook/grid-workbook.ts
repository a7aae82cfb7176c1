import { type GridResult, type GridSheet, WORKBOOK_LIMITS } from '@gt/contracts/words';
import type { Archive } from '../screening/read-archive.ts';
import { readOutline, readStrings } from '../screening/read-workbook.ts';
import { readXml } from '../screening/read-xml.ts';
import { readCellFormats, readTheme } from './cell-formats.ts';
import { readCellNotes } from './cell-notes.ts';
import { gridSheet, type SheetReading } from './grid-sheet.ts';
import { overLimit } from './over-limit.ts';

/** From the first day of 1900 to that of 1904, the two days from which workbooks count. */
const DAYS_TO_1904 = 1_462;

/** Every sheet of an XLSX workbook as a grid; more than the limits is refused with the figure. */
export async function gridWorkbook(archive: Archive): Promise<GridResult> {
  const outline = await readOutline(archive);
  const of: Omit<SheetReading, 'notes'> = {
    strings: readStrings(await archive.read('xl/sharedStrings.xml')),
    formats: readCellFormats(
      await archive.read('xl/styles.xml'),
      readTheme(await archive.read('xl/theme/theme1.xml')),
    ),
    daysLater: await daysLater(archive),
  };
  if (outline.sheets.length > WORKBOOK_LIMITS.sheets) {
    const message = `This workbook has ${outline.sheets.length} sheets. The limit is ${WORKBOOK_LIMITS.sheets}. Save the sheets with the plan as a workbook of their own.`;
    return { ok: false, message };
  }
  const sheets: GridSheet[] = [];
  let hasRules = false;
  for (const { name, isHidden, part } of outline.sheets) {
    // A sheet of a chart has no cells.
    if (!part.includes('worksheets/')) continue;
    const data = await archive.read(part);
    hasRules ||= Buffer.from(data.buffer, data.byteOffset, data.length).includes('<conditionalFormatting');
    sheets.push({ name, isHidden, ...gridSheet(data, { ...of, notes: await readCellNotes(archive, part) }) });
    const message = overLimit(sheets);
    if (message) return { ok: false, message };
  }
  return { ok: true, grid: { sheets, notes: notesOn(archive, hasRules) } };
}

/** What a workbook may hold beside its cells and this does not read: said, not passed over. */
function notesOn({ names }: Archive, hasRules: boolean): string[] {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  return [
    ...(hasRules
      ? ['Colours that Excel works out by a rule are not read as ratings; the words in those cells are.']
      : []),
    ...(has(/^xl\/(?:comments\d*\.xml|threadedComments\/)/)
      ? [
          'Notes and comments on the cells of an action come into its detail. Those elsewhere stay in the file that is kept.',
        ]
      : []),
    ...(has(/^xl\/(?:media|charts|drawings)\//)
      ? ['Pictures, shapes and charts are not brought in. They stay in the file that is kept.']
      : []),
  ];
}

async function daysLater(archive: Archive): Promise<number> {
  let is1904 = false;
  readXml(await archive.read('xl/workbook.xml'), {
    open: (name, { date1904 }) => {
      if (name === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) is1904 = true;
    },
  });
  return is1904 ? DAYS_TO_1904 : 0;
}
