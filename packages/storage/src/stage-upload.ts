import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { writeFully } from './durable-file.ts';

/** Bytes gathered before they are hashed and written, so that small network chunks do not cost one call each. */
const BATCH_BYTES = 1024 * 1024;

export interface StagedUpload {
  handle: FileHandle;
  path: string;
  sha256: string;
  size: number;
}

/** Thrown inside the stage for what is the sender's doing; disk errors pass through as they are. */
export class UploadStopped extends Error {
  readonly reason: 'TOO_LARGE' | 'EMPTY' | 'INTERRUPTED';
  constructor(reason: UploadStopped['reason']) {
    super(`upload stopped: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Streams bytes into a new temporary file (mode 0600), hashing on the way, and fsyncs it. On any
 * failure the temporary is gone before the error leaves. The handle is still open for reading.
 */
export async function stageUpload(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, signal }: { maxBytes: number; signal?: AbortSignal | undefined },
): Promise<StagedUpload> {
  const handle = await open(path, 'wx+', 0o600);
  try {
    const { sha256, size } = await drain(handle, stoppable(bytes, signal), maxBytes);
    await handle.sync();
    return { handle, path, sha256, size };
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Hashes and writes whatever comes. Each chunk is copied at once into one of two fixed batches, of which one fills
 * while the other is written: a large upload takes no more memory than a small one, and nothing of a chunk is held
 * when the next is asked for.
 */
async function drain(handle: FileHandle, bytes: AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash('sha256');
  let [filling, spare] = [Buffer.allocUnsafeSlow(BATCH_BYTES), Buffer.allocUnsafeSlow(BATCH_BYTES)];
  let size = 0;
  let filled = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const batch = filling.subarray(0, filled);
    hash.update(batch);
    await writing;
    writing = writeFully(handle, batch);
    // Awaited one batch later; without a handler here an early failure would end the process.
    writing.catch(() => undefined);
    [filling, spare] = [spare, filling];
    filled = 0;
  };
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > maxBytes) throw new UploadStopped('TOO_LARGE');
      for (let from = 0; from < chunk.length; ) {
        const part = chunk.subarray(from, from + BATCH_BYTES - filled);
        filling.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === BATCH_BYTES) await flush();
      }
    }
    await flush();
  } finally {
    // The file may be closed only when no write is under way.
    await writing.catch(() => undefined);
  }
  await writing;
  if (size === 0) throw new UploadStopped('EMPTY');
  return { sha256: hash.digest('hex'), size };
}

/** The sender's stream, whose own errors and the caller's abort both mean "interrupted". */
async function* stoppable(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined) {
  const iterator = bytes[Symbol.asyncIterator]();
  let stopWaiting: () => void = () => undefined;
  const onAbort = () => stopWaiting();
  signal?.addEventListener('abort', onAbort, { once: true });
  let finished = false;
  try {
    while (!signal?.aborted) {
      // One promise a chunk: racing each against a promise that outlives them all would keep every chunk in memory.
      const next = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
        stopWaiting = () => reject(new UploadStopped('INTERRUPTED'));
        iterator.next().then(resolve, stopWaiting);
      });
      if (next.done) {
        finished = true;
        return;
      }
      yield next.value;
    }
    throw new UploadStopped('INTERRUPTED');
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // Not awaited: a source that hangs must not hang the answer as well.
    if (!finished) void iterator.return?.()?.catch(() => undefined);
  }
}
