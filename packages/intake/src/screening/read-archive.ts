import type { Readable } from 'node:stream';
import { ARCHIVE_LIMITS, archiveProblem } from '@gt/domain/evidence';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** The parts of an Office file by name, each unpacked when it is asked for. */
export type Archive = {
  names: readonly string[];
  read(name: string): Promise<Uint8Array>;
};
export type OpenedArchive = { ok: true; archive: Archive } | { ok: false; sentence: string };

const DAMAGED = 'This file is damaged: its parts cannot be listed.';

/** Opens a ZIP-based file after judging its table of contents; nothing is unpacked before that. */
export async function openArchive(data: Uint8Array): Promise<OpenedArchive> {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    const entries = new Map<string, Entry>();
    const facts = [];
    for await (const entry of zip.eachEntry()) {
      if (facts.length > ARCHIVE_LIMITS.entries) break;
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      facts.push({
        size: entry.uncompressedSize,
        compressedSize: entry.compressedSize,
        start: entry.relativeOffsetOfLocalHeader,
        end: fileDataStart + entry.compressedSize,
        isEncrypted: entry.isEncrypted(),
      });
      entries.set(entry.fileName, entry);
    }
    const problem = archiveProblem(facts, data.length);
    if (problem) return { ok: false, sentence: problem.message };
    return {
      ok: true,
      archive: { names: [...entries.keys()], read: (name) => readPart(zip, entries.get(name)) },
    };
  } catch {
    return { ok: false, sentence: DAMAGED };
  }
}

async function readPart(zip: ZipFile, entry: Entry | undefined): Promise<Uint8Array> {
  if (!entry) return new Uint8Array();
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
