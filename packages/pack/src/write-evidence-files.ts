import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { PackContent, PackEvidence, PackOmission } from '@gt/contracts/words';
import type { IncludedEvidence } from './pack-outcome.ts';
import { evidencePaths } from './paper/evidence-paths.ts';
import type { WrittenEntry, ZipWriter } from './zip/zip-writer.ts';

/** Opens stored content by SHA-256; null (or a rejection) when it cannot be had. */
export type OpenFile = (sha256: string) => Promise<Readable | null>;

export interface EvidenceRun {
  included: IncludedEvidence[];
  omissions: PackOmission[];
}

interface Options {
  openFile: OpenFile;
  /** Bytes written so far; called about every 4 MiB and after each file. */
  onBytes: (done: number) => void;
  signal: AbortSignal | undefined;
}

/** Up to here a file is checked in memory before its first byte is written. */
const IN_MEMORY_BYTES = 4 * 1024 * 1024;
const TEXT_ENDINGS = /\.(csv|txt)$/i;

const REASONS = {
  MISSING: 'The file was not found in the store when the pack was built.',
  CHANGED: 'The stored file no longer matches the checksum recorded when it was uploaded.',
  UNREADABLE: 'The stored file could not be read when the pack was built.',
} as const;

class EvidenceProblem extends Error {
  readonly reason: keyof typeof REASONS;
  constructor(reason: keyof typeof REASONS, options?: ErrorOptions) {
    super(REASONS[reason], options);
    this.reason = reason;
  }
}

/**
 * Streams every evidence file into the archive and checks its hash on the way. What is missing, changed
 * or unreadable becomes an omission with its reason: never a silent gap, never a wrong file.
 */
export async function writeEvidenceFiles(
  zip: ZipWriter,
  content: PackContent,
  options: Options,
): Promise<EvidenceRun> {
  const run: EvidenceRun = { included: [], omissions: [] };
  const paths = evidencePaths(content);
  let before = 0;
  for (const evidence of content.evidence) {
    options.signal?.throwIfAborted();
    const path = paths.get(evidence) ?? `evidence/${evidence.ref}`;
    const onBytes = (bytes: number) => options.onBytes(before + bytes);
    try {
      const entry = await writeOne(zip, evidence, path, { ...options, onBytes });
      run.included.push({ ref: evidence.ref, entry });
    } catch (error) {
      if (!(error instanceof EvidenceProblem)) throw error;
      run.omissions.push(omissionOf(evidence, error.reason));
    }
    before += evidence.size;
    options.onBytes(before);
  }
  return run;
}

async function writeOne(
  zip: ZipWriter,
  evidence: PackEvidence,
  path: string,
  options: Options,
): Promise<WrittenEntry> {
  const chunks = checkedBytes(evidence, options);
  const compress = TEXT_ENDINGS.test(path);
  if (evidence.size <= IN_MEMORY_BYTES) {
    const bytes = await gather(chunks);
    if (createHash('sha256').update(bytes).digest('hex') !== evidence.sha256)
      throw new EvidenceProblem('CHANGED');
    return zip.addBytes(path, bytes, { compress });
  }
  const entry = await zip.addStream(path, chunks, {
    compress,
    expectedSize: evidence.size,
    isOwned: true,
  });
  if (entry.sha256 === evidence.sha256) return entry;
  zip.forget(entry);
  throw new EvidenceProblem('CHANGED');
}

/** The content while it is no longer than recorded; every failure of the source is an EvidenceProblem. */
async function* checkedBytes(
  evidence: PackEvidence,
  { openFile, onBytes, signal }: Options,
): AsyncGenerator<Uint8Array> {
  const stream = await openFile(evidence.sha256).catch((cause: unknown) => {
    throw new EvidenceProblem('UNREADABLE', { cause });
  });
  if (!stream) throw new EvidenceProblem('MISSING');
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let size = 0;
  let reported = 0;
  try {
    for (;;) {
      const next = await iterator.next().catch((cause: unknown) => {
        throw new EvidenceProblem('UNREADABLE', { cause });
      });
      signal?.throwIfAborted();
      if (next.done) return;
      size += next.value.length;
      if (size > evidence.size) throw new EvidenceProblem('CHANGED');
      if (size - reported >= IN_MEMORY_BYTES) {
        reported = size;
        onBytes(size);
      }
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

function omissionOf(
  { ref, title, recommendationRefs }: PackEvidence,
  why: keyof typeof REASONS,
): PackOmission {
  return { what: 'EVIDENCE', code: `${why}_FILE`, ref, title, reason: REASONS[why], recommendationRefs };
}
