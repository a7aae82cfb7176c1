import { addAbortSignal, PassThrough } from 'node:stream';
import type { PackContent } from '@gt/contracts/words';
import { type PackProgress, type WrittenPack, writePack } from '@gt/pack';
import type { PutResult } from '@gt/storage';
import type { Context } from '../../core/context.ts';
import { RunStopped } from './watch-run.ts';

/** Bytes between the writer and the store. */
const BUFFER = 1024 * 1024;

/** The store would not take the pack; `message` is for the person. */
export class StoreRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreRefused';
  }
}

/**
 * Writes the pack straight into the store, with flat memory. When it rejects (with the signal's reason when that
 * fired) nothing is left in the store; only where another attempt has taken over, what is there may be that one's:
 * the same frozen request has the same bytes, and so the same place.
 */
export async function storePack(
  { store, signing }: Pick<Context, 'store' | 'signing'>,
  content: PackContent,
  options: { signal: AbortSignal; onProgress: (progress: PackProgress) => void },
): Promise<WrittenPack> {
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const out = new PassThrough({ highWaterMark: BUFFER });
  // The reader reports what happened to the stream; nobody else needs to hear it.
  out.on('error', () => undefined);
  const giveUp = (error: unknown) => {
    failed.abort(error);
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  const openFile = async (sha256: string) => {
    const stream = await store.open(sha256);
    // A disk that hangs must not keep a cancelled pack alive.
    return stream && addAbortSignal(signal, stream);
  };
  const writing = writePack(content, { ...options, signer: signing, signal, out, openFile }).catch(
    (error: unknown) => {
      giveUp(error);
      throw error;
    },
  );
  const storing = store
    .put(out, { maxBytes: Number.MAX_SAFE_INTEGER, signal })
    .then((answer) => {
      if (!answer.ok) giveUp(new StoreRefused(answer.message));
      return answer;
    })
    .catch((error: unknown) => {
      giveUp(error);
      throw error;
    });
  const [written, stored] = await Promise.allSettled([writing, storing]);
  const whole = written.status === 'fulfilled' && stored.status === 'fulfilled' && stored.value.ok;
  if (whole && sameBytes(written.value, stored.value)) return written.value;
  const isMine = !(signal.reason instanceof RunStopped && signal.reason.why === 'TAKEN_OVER');
  if (isMine && stored.status === 'fulfilled' && stored.value.ok) await store.remove(stored.value.sha256);
  // The first thing that went wrong is the cause; what the other side then said is its echo.
  throw signal.aborted ? signal.reason : new Error('the store holds other bytes than were written');
}

function sameBytes(written: WrittenPack, stored: PutResult<undefined>): boolean {
  return stored.ok && stored.sha256 === written.sha256 && stored.size === written.size;
}
