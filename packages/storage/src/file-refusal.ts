export const FILE_REFUSAL_CODES = [
  'EMPTY',
  'TYPE_NOT_ALLOWED',
  'CONTENT_DIFFERS',
  'MACROS',
  'ENCRYPTED',
  'OLD_FORMAT',
  'TWO_IN_ONE',
  'DAMAGED',
  'ARCHIVE_BOMB',
] as const;
export type FileRefusalCode = (typeof FILE_REFUSAL_CODES)[number];

/** Why a file is not taken. `message` is a sentence for the person: what is wrong, and the fix. */
export interface FileRefusal {
  code: FileRefusalCode;
  message: string;
}

export const ALLOWED_TYPES_SENTENCE = 'You can upload PDF, DOCX, XLSX, PPTX, CSV, TXT, PNG and JPEG files.';

/** Bytes as people read them: 104857600 → "100 MB", 1536 → "1.5 KB". */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const text = Number.isInteger(value) || value >= 100 ? String(Math.floor(value)) : value.toFixed(1);
  return `${text} ${units[unit]}`;
}
