import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { uploadProblem } from '@gt/domain/evidence';
import { acceptEvidence, cleanFileName } from '@gt/storage';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { uploadName } from '../../core/upload-name.ts';
import { uploadMaxBytes } from './upload-limit.ts';

/** The bytes of one upload as they arrive, with the headers that describe them. */
export type IncomingFile = { headers: IncomingHttpHeaders; body: Readable; signal: AbortSignal };
/** A file that is durably in the store and waits for its row. */
export type ReceivedFile = { fileName: string; mediaType: string; sha256: string; size: number };

/**
 * Takes the bytes of an upload into the store: whole, hashed, checked by ending and content, and on disk when this
 * answers. Whatever is refused (over the limit, forbidden, empty, cut off) leaves nothing behind and says why.
 */
export async function receiveFile(ctx: Context, incoming: IncomingFile): Promise<ReceivedFile> {
  const fileName = cleanFileName(uploadName(incoming.headers['x-file-name']));
  const maxBytes = await uploadMaxBytes(ctx);
  // What the announced length and the name already tell costs the person no upload.
  const announced = Number(incoming.headers['content-length'] ?? Number.NaN);
  const problem = uploadProblem({ fileName, size: Number.isFinite(announced) ? announced : 1 }, maxBytes);
  if (problem) {
    throw announced > maxBytes
      ? new DomainError('TOO_LARGE', problem.message, { fields: [problem] })
      : invalid([problem]);
  }
  const stored = await ctx.store.put(received(incoming.body), {
    maxBytes,
    signal: incoming.signal,
    accept: acceptEvidence(fileName),
  });
  if (!stored.ok) throw refusal(stored.reason, stored.message);
  if (!stored.value) throw new Error('a stored file has no type');
  return { fileName, mediaType: stored.value.mime, sha256: stored.sha256, size: stored.size };
}

/**
 * The bytes of a request. It stays open when reading ends early: closing it would cut the connection before the
 * answer. The memory of each chunk is given back as soon as the next is asked for: left to the collector, a large
 * upload costs more time in collecting than in storing.
 */
async function* received(body: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    yield chunk;
    const { buffer } = chunk;
    // A chunk that shares its memory with others is left to the collector.
    if (buffer instanceof ArrayBuffer && buffer.byteLength === chunk.byteLength) buffer.transfer(0);
  }
}

const CODES = {
  TOO_LARGE: 'TOO_LARGE',
  EMPTY: 'INVALID',
  INTERRUPTED: 'RULE',
  DISK_FULL: 'UNAVAILABLE',
  REFUSED: 'INVALID',
} as const;

function refusal(reason: keyof typeof CODES, message: string): DomainError {
  return new DomainError(CODES[reason], message, { fields: [{ field: 'file', message }] });
}
