import { fileExtension } from './clean-file-name.ts';
import { ALLOWED_TYPES_SENTENCE, type FileRefusal } from './file-refusal.ts';
import type { ZipEntryFacts } from './read-zip-directory.ts';
import { hasZipEnd, isPlainText, looksLikeMarkup, startsWith } from './sniff-bytes.ts';

export const CONTENT_TYPES = {
  PDF: { label: 'PDF', mime: 'application/pdf', extensions: ['pdf'] },
  DOCX: {
    label: 'Word document (DOCX)',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  XLSX: {
    label: 'workbook (XLSX)',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  PPTX: {
    label: 'presentation (PPTX)',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  CSV: { label: 'CSV file', mime: 'text/csv', extensions: ['csv'] },
  TXT: { label: 'text file', mime: 'text/plain', extensions: ['txt'] },
  PNG: { label: 'PNG picture', mime: 'image/png', extensions: ['png'] },
  JPEG: { label: 'JPEG picture', mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
} as const;
export type ContentType = keyof typeof CONTENT_TYPES;

export interface DetectInput {
  /** As cleaned by `cleanFileName`. */
  fileName: string;
  size: number;
  /** The first 64 KiB (or all of a smaller file), and the last 66 KiB. */
  head: Uint8Array;
  tail: Uint8Array;
  /** The table of contents, when the head is that of a ZIP. */
  zipEntries?: ZipEntryFacts[];
}
export type DetectResult =
  | { ok: true; type: ContentType; mime: string }
  | { ok: false; refusal: FileRefusal };

/** What one ending needs a person to do; every other ending gets the list of allowed types. */
const ENDING_HINTS: Record<string, FileRefusal> = {
  doc: old('DOC', 'DOCX'),
  xls: old('XLS', 'XLSX'),
  ppt: old('PPT', 'PPTX'),
  xlsb: old('XLSB', 'XLSX'),
  docm: macros('DOCX'),
  xlsm: macros('XLSX'),
  pptm: macros('PPTX'),
  zip: {
    code: 'TYPE_NOT_ALLOWED',
    message: `A ZIP cannot be checked. Upload the files in it one by one. ${ALLOWED_TYPES_SENTENCE}`,
  },
  heic: {
    code: 'TYPE_NOT_ALLOWED',
    message: `HEIC pictures are not accepted. Save the picture as JPEG. ${ALLOWED_TYPES_SENTENCE}`,
  },
};

/**
 * Says what a file is, by its ending *and* its content, or why it is not taken. Both must agree:
 * a renamed program, two formats in one file, a macro workbook and a password-protected document are
 * each refused with a sentence of their own.
 */
export function detectContent(input: DetectInput): DetectResult {
  if (input.size === 0) {
    return no('EMPTY', 'This file is empty (0 bytes). Check that it was saved, and upload it again.');
  }
  const byName = refusalOfName(input.fileName);
  if (byName) return { ok: false, refusal: byName };
  const extension = fileExtension(input.fileName);
  const expected = typeOfExtension(extension);
  const actual = sniff(input);
  if (!actual.ok) return actual;
  if (!expected || !agrees(expected, actual.type)) {
    return no(
      'CONTENT_DIFFERS',
      `This file ends in .${extension}, but its content is that of a ${CONTENT_TYPES[actual.type].label}. Save it in its own program with the right ending, and upload it again.`,
    );
  }
  return { ok: true, type: expected, mime: CONTENT_TYPES[expected].mime };
}

/** What the ending alone already rules out; null when the content decides. */
export function refusalOfName(fileName: string): FileRefusal | null {
  const extension = fileExtension(fileName);
  const hint = ENDING_HINTS[extension];
  if (hint) return hint;
  if (typeOfExtension(extension)) return null;
  const what =
    extension === ''
      ? 'This file has no ending that says what it is.'
      : `Files ending in .${extension} are not accepted.`;
  return { code: 'TYPE_NOT_ALLOWED', message: `${what} ${ALLOWED_TYPES_SENTENCE}` };
}

/** CSV and TXT are both plain text: the ending decides between them. */
function agrees(expected: ContentType, actual: ContentType): boolean {
  return expected === actual || (expected === 'CSV' && actual === 'TXT');
}

function typeOfExtension(extension: string): ContentType | undefined {
  const types = Object.keys(CONTENT_TYPES) as ContentType[];
  return types.find((type) => (CONTENT_TYPES[type].extensions as readonly string[]).includes(extension));
}

function sniff(input: DetectInput): DetectResult {
  const { head, tail } = input;
  if (startsWith(head, 'PK\u0003\u0004')) return sniffOffice(input.zipEntries ?? []);
  if (startsWith(head, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return sniffCompoundFile(input);
  if (hasZipEnd(tail)) {
    return no(
      'TWO_IN_ONE',
      'This file is two formats in one (an archive is hidden in it). Save it again in its own program, and upload the new copy.',
    );
  }
  if (startsWith(head, '%PDF-')) return complete('PDF', includes(tail, '%%EOF'));
  if (startsWith(head, '\u0089PNG\r\n\u001a\n')) return complete('PNG', includes(tail, 'IEND'));
  if (startsWith(head, '\u00ff\u00d8\u00ff')) return complete('JPEG', includes(tail, '\u00ff\u00d9'));
  if (isPlainText(head) && !looksLikeMarkup(head)) return yes('TXT');
  return no(
    'CONTENT_DIFFERS',
    `The content of this file is not what its ending says. ${ALLOWED_TYPES_SENTENCE}`,
  );
}

function sniffOffice(entries: ZipEntryFacts[]): DetectResult {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  const active = [...names].some(
    (name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/'),
  );
  if (active) return { ok: false, refusal: macros('a format without macros (DOCX, XLSX or PPTX)') };
  if (!names.has('[content_types].xml')) {
    return no(
      'TYPE_NOT_ALLOWED',
      `This is an archive (ZIP), whatever its ending. Upload the files in it one by one. ${ALLOWED_TYPES_SENTENCE}`,
    );
  }
  if (names.has('word/document.xml')) return yes('DOCX');
  if (names.has('xl/workbook.xml')) return yes('XLSX');
  if (names.has('ppt/presentation.xml')) return yes('PPTX');
  return no(
    'CONTENT_DIFFERS',
    `This is not a Word document, workbook or presentation inside. ${ALLOWED_TYPES_SENTENCE}`,
  );
}

/** An OLE compound file is either an encrypted OOXML document or the format of before 2007. */
function sniffCompoundFile({ head, tail }: DetectInput): DetectResult {
  const marker = [...'EncryptedPackage'].join('\0');
  if (includes(head, marker) || includes(tail, marker)) {
    return no(
      'ENCRYPTED',
      'This file is protected with a password. Remove the password (File, Info, Protect) and upload it again.',
    );
  }
  return no(
    'OLD_FORMAT',
    'This file is in an older Office format, or is protected with a password. Save it as DOCX, XLSX or PPTX without a password, and upload it again.',
  );
}

function complete(type: ContentType, hasEnd: boolean): DetectResult {
  if (hasEnd) return yes(type);
  return no(
    'DAMAGED',
    `This ${CONTENT_TYPES[type].label} was cut short: its end is missing. Upload the complete file.`,
  );
}

const includes = (bytes: Uint8Array, latin1: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(latin1, 0, 'latin1');
const yes = (type: ContentType): DetectResult => ({ ok: true, type, mime: CONTENT_TYPES[type].mime });
const no = (code: FileRefusal['code'], message: string): DetectResult => ({
  ok: false,
  refusal: { code, message },
});

function old(from: string, to: string): FileRefusal {
  return {
    code: 'OLD_FORMAT',
    message: `${from} is an older format that cannot be checked. Save the file as ${to}, and upload that.`,
  };
}
function macros(to: string): FileRefusal {
  return {
    code: 'MACROS',
    message: `This file contains or may contain macros (programs). Save it as ${to}, and upload that.`,
  };
}
