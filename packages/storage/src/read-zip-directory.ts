import { Readable } from 'node:stream';
import { ARCHIVE_LIMITS, type ArchiveEntry, archiveProblem } from '@gt/domain/evidence';
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { ByteSource } from './evidence-store.ts';
import type { FileRefusal } from './file-refusal.ts';

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
  const entries: ZipEntryFacts[] = [];
  const judged: ArchiveEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    // The table of contents alone may be too long to be read to its end.
    if (judged.length > ARCHIVE_LIMITS.entries) break;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const { fileName: name, compressedSize, uncompressedSize: size } = entry;
    const start = entry.relativeOffsetOfLocalHeader;
    judged.push({
      size,
      compressedSize,
      start,
      end: fileDataStart + compressedSize,
      isEncrypted: entry.isEncrypted(),
    });
    entries.push({ name, compressedSize, size });
  }
  const problem = archiveProblem(judged, zip.fileSize);
  return problem ? { ok: false, refusal: problem } : { ok: true, entries };
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
