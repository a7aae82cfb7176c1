import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { ByteSource } from './evidence-store.ts';
import { type FileRefusal, formatBytes } from './file-refusal.ts';

/** Limits before anything may be unpacked: exceljs once opened 307 kB into 764 MiB. */
export const ZIP_LIMITS = { ratio: 100, totalBytes: 200 * 1024 * 1024, entries: 2000 } as const;

export interface ZipEntryFacts {
  name: string;
  compressedSize: number;
  size: number;
}
export type ZipDirectory = { ok: true; entries: ZipEntryFacts[] } | { ok: false; refusal: FileRefusal };

/**
 * Reads the table of contents of a ZIP-based file without unpacking anything, and refuses what could
 * harm a reader: over 100:1, over 200 MiB in all, over 2,000 entries, overlapping or encrypted entries.
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      lazyEntries: true,
      autoClose: false,
    });
    return await guardEntries(zip);
  } catch {
    return refuse(
      'DAMAGED',
      'This file is damaged or was cut short. Open it, save it again and upload the new copy.',
    );
  } finally {
    zip?.close();
  }
}

async function guardEntries(zip: ZipFile): Promise<ZipDirectory> {
  if (zip.entryCount > ZIP_LIMITS.entries) return tooMany();
  const entries: ZipEntryFacts[] = [];
  const ranges: { start: number; end: number }[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= ZIP_LIMITS.entries) return tooMany();
    if (entry.isEncrypted()) {
      return refuse(
        'ENCRYPTED',
        'This file is protected with a password. Remove the password and upload it again.',
      );
    }
    total += entry.uncompressedSize;
    if (total > ZIP_LIMITS.totalBytes) {
      return bomb(`it unpacks to more than ${formatBytes(ZIP_LIMITS.totalBytes)}`);
    }
    // Tiny entries of one repeated byte pass 100:1 by nature; what they unpack to is counted above.
    if (entry.uncompressedSize > 65_536 && entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio) {
      return bomb(`a part of it unpacks to more than ${ZIP_LIMITS.ratio} times its size`);
    }
    const start = entry.relativeOffsetOfLocalHeader;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    ranges.push({ start, end: fileDataStart + entry.compressedSize });
    entries.push({
      name: entry.fileName,
      compressedSize: entry.compressedSize,
      size: entry.uncompressedSize,
    });
  }
  return overlaps(ranges, zip.fileSize) ? bomb('parts of it overlap') : { ok: true, entries };
}

/** Overlapping ranges let a small file stand for a huge one, since the same bytes are unpacked many times. */
function overlaps(ranges: { start: number; end: number }[], fileSize: number): boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let previousEnd = 0;
  for (const { start, end } of sorted) {
    if (start < previousEnd || end > fileSize) return true;
    previousEnd = end;
  }
  return false;
}

const tooMany = () => bomb(`it holds more than ${ZIP_LIMITS.entries.toLocaleString('en-GB')} parts`);

function bomb(why: string): ZipDirectory {
  return refuse(
    'ARCHIVE_BOMB',
    `This file is not safe to open: ${why}. Save it again from its own program, or as a PDF.`,
  );
}

function refuse(code: FileRefusal['code'], message: string): ZipDirectory {
  return { ok: false, refusal: { code, message } };
}

/** yauzl's door to bytes that are not a file on this machine. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const source = this.#source;
    async function* bytes() {
      for (let at = start; at < end; at += 65_536) yield await source.read(at, Math.min(65_536, end - at));
    }
    return Readable.from(bytes());
  }
}
