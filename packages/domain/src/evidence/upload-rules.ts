import type { FieldProblem } from '@gt/contracts/words';
import { grouped, listWords } from '../wording/index.ts';
import { EVIDENCE_LIMITS } from './validate-evidence.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Files that may be evidence, by extension (content is checked by the server as well) and their media type. */
export const UPLOAD_MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
} as const;
export type UploadExtension = keyof typeof UPLOAD_MEDIA_TYPES;

/** "PDF, DOCX, XLSX, PPTX, CSV, TXT, PNG and JPEG", as printed beside the drop area. */
export const UPLOAD_TYPES_WORDS = listWords(['PDF', 'DOCX', 'XLSX', 'PPTX', 'CSV', 'TXT', 'PNG', 'JPEG']);

/** The value of a file input's `accept`. */
export const UPLOAD_ACCEPT = Object.keys(UPLOAD_MEDIA_TYPES)
  .map((extension) => `.${extension}`)
  .join(',');

/** The limit when a setting says nothing else: 100 MB. */
export const DEFAULT_UPLOAD_LIMIT_BYTES = 104_857_600;

/** The allowed extension of a file name, in lower case; null when it is not on the list. */
export function uploadExtension(fileName: string): UploadExtension | null {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  return extension !== undefined && Object.hasOwn(UPLOAD_MEDIA_TYPES, extension)
    ? (extension as UploadExtension)
    : null;
}

/**
 * What is wrong with a file before any byte is sent; null when nothing is. Each sentence gives the limit and the fix.
 * Example: 125,829,120 bytes against 100 MB → "The file is 120 MB. The limit is 100 MB. Split it or …".
 */
export function uploadProblem(
  file: { fileName: string; size: number },
  limitBytes: number,
): FieldProblem | null {
  const problem = (message: string) => ({ field: 'file', message });
  if (uploadExtension(file.fileName) === null) return problem(uploadTypeSentence(file.fileName));
  if (file.fileName.length > EVIDENCE_LIMITS.fileName) {
    return problem(`The file name must be ${EVIDENCE_LIMITS.fileName} characters or fewer. Rename the file.`);
  }
  if (file.size === 0) return problem('The file is empty. Check that it was saved, then choose it again.');
  return file.size > limitBytes ? problem(uploadLimitSentence(file.size, limitBytes)) : null;
}

/** The sentence for a file over the limit. Sizes in MB of 1,048,576 bytes, rounded so that both are never equal. */
export function uploadLimitSentence(size: number, limitBytes: number): string {
  const limit = fileSizeWords(limitBytes);
  const rounded = fileSizeWords(size);
  const actual = rounded === limit ? `just over ${limit}` : rounded;
  return `The file is ${actual}. The limit is ${limit}. Split it or save it with smaller pictures, then try again.`;
}

/** The sentence for a file of a type that is not on the list. */
export function uploadTypeSentence(fileName: string): string {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(fileName.trim())?.[1];
  const found = extension === undefined ? 'This file has no extension' : `A .${extension.toLowerCase()} file`;
  const verb = extension === undefined ? 'so it cannot be evidence' : 'cannot be evidence';
  const fix = 'Save it as one of those, PDF for preference, and try again.';
  return `${found}${extension === undefined ? ', ' : ' '}${verb}. Evidence can be ${UPLOAD_TYPES_WORDS}. ${fix}`;
}

/** Bytes for people: "512 bytes", "34 kB", "1.5 MB", "120 MB". Units of 1,024, as the limit is set. */
export function fileSizeWords(bytes: number): string {
  if (bytes < 1_024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  let value = bytes;
  let unit: string = 'bytes';
  for (const next of units) {
    if (Math.round(value) < 1_024) break;
    value /= 1_024;
    unit = next;
  }
  const shown = value < 10 ? String(Math.round(value * 10) / 10) : grouped(Math.round(value));
  return `${shown} ${unit}`;
}
