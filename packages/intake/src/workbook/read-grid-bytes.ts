import type { GridResult } from '@gt/contracts/words';
import { openArchive } from '../screening/read-archive.ts';
import { gridText } from './grid-text.ts';
import { gridWorkbook } from './grid-workbook.ts';

const NOT_A_TABLE =
  'This is neither an Excel workbook (.xlsx) nor a text file of separated cells (.csv). Open it in Excel, save it as .xlsx and choose that.';

/** What kind of file the bytes are, and its sheets as grids. Never throws for a bad file. */
export async function readGridBytes(data: Uint8Array): Promise<GridResult> {
  if (data.length === 0) return refused('This file is empty (0 bytes). Choose the workbook again.');
  if (startsWith(data, [0x50, 0x4b])) return ofArchive(data);
  if (startsWith(data, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused(
      'This workbook is either of the old kind (.xls) or locked with a password. Save it without a password as .xlsx and choose that.',
    );
  }
  if (startsWith(data, [0x25, 0x50, 0x44, 0x46]) || isBinary(data)) return refused(NOT_A_TABLE);
  return gridText(data);
}

async function ofArchive(data: Uint8Array): Promise<GridResult> {
  const opened = await openArchive(data);
  if (!opened.ok) return refused(opened.sentence);
  const { archive } = opened;
  if (archive.names.includes('xl/workbook.bin')) {
    return refused('This is a binary workbook (.xlsb). Save it as .xlsx and choose that.');
  }
  if (!archive.names.includes('xl/workbook.xml')) return refused(NOT_A_TABLE);
  try {
    const result = await gridWorkbook(archive);
    const isEmpty = result.ok && result.grid.sheets.every(({ rows }) => rows.length === 0);
    return isEmpty ? refused('There are no words in this workbook. Choose the plan again.') : result;
  } catch {
    return refused(
      'This workbook is damaged: its sheets cannot be read. Open and save it in Excel, then try again.',
    );
  }
}

const refused = (message: string): GridResult => ({ ok: false, message });
const startsWith = (data: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, at) => data[at] === byte);

/** Signs that no text has; zeros are those of UTF-16. */
function isBinary(data: Uint8Array): boolean {
  const head = data.subarray(0, 4_096);
  return head.some((byte) => byte > 0 && byte < 9) || head.some((byte) => byte > 13 && byte < 27);
}
