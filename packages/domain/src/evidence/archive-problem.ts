/** Limits before anything of a ZIP-based file is unpacked: 307 kB were once opened into 764 MiB. */
export const ARCHIVE_LIMITS = { ratio: 100, totalBytes: 200 * 1024 * 1024, entries: 2_000 } as const;
/** Tiny parts of one repeated byte pass any ratio by nature; what they unpack to is counted in the total. */
const RATIO_COUNTS_FROM = 65_536;

export type ArchiveEntry = {
  size: number;
  compressedSize: number;
  /** Where its bytes begin and end in the file. */
  start: number;
  end: number;
  isEncrypted: boolean;
};
export type ArchiveProblem = { code: 'ENCRYPTED' | 'ARCHIVE_BOMB'; message: string };

/**
 * Why a ZIP-based file must not be unpacked, judged by its table of contents alone; null when it may. Refused are a
 * part that unpacks to more than 100 times its size, more than 200 MB in all, more than 2,000 parts, parts that
 * overlap (the same bytes unpacked many times) and parts with a password.
 */
export function archiveProblem(entries: readonly ArchiveEntry[], fileSize: number): ArchiveProblem | null {
  if (entries.some((entry) => entry.isEncrypted)) {
    return {
      code: 'ENCRYPTED',
      message: 'This file is protected with a password. Remove the password and upload it again.',
    };
  }
  const { ratio, totalBytes, entries: most } = ARCHIVE_LIMITS;
  if (entries.length > most) return bomb(`it holds more than ${most.toLocaleString('en-GB')} parts`);
  if (entries.reduce((sum, { size }) => sum + size, 0) > totalBytes) {
    return bomb(`it unpacks to more than ${totalBytes / 1024 / 1024} MB`);
  }
  if (entries.some(({ size, compressedSize }) => size > RATIO_COUNTS_FROM && size > compressedSize * ratio)) {
    return bomb(`a part of it unpacks to more than ${ratio} times its size`);
  }
  return overlaps(entries, fileSize) ? bomb('parts of it overlap') : null;
}

function overlaps(entries: readonly ArchiveEntry[], fileSize: number): boolean {
  let previousEnd = 0;
  for (const { start, end } of entries.toSorted((one, other) => one.start - other.start)) {
    if (start < previousEnd || end > fileSize) return true;
    previousEnd = end;
  }
  return false;
}

function bomb(why: string): ArchiveProblem {
  return {
    code: 'ARCHIVE_BOMB',
    message: `This file is not safe to open: ${why}. Save it again from its own program, or as a PDF.`,
  };
}
