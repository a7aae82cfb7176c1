import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isDiskFull, isMissing, makePrivateFolder, syncFolder } from './durable-file.ts';
import type {
  EvidenceStore,
  PutOptions,
  PutResult,
  StoredFile,
  SweepOptions,
  SweepReport,
} from './evidence-store.ts';
import { formatBytes } from './file-refusal.ts';
import { type StagedUpload, stageUpload, UploadStopped } from './stage-upload.ts';
import { sweepLocalStore } from './sweep-local-store.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Evidence files in a local folder: `incoming/` holds uploads under way, `files/ab/cd/<sha256>` what is
 * stored. An upload gets its final name only when it is whole, hashed and on disk (fsync), so whatever
 * stands under a content address is that content. Several processes may share the folder.
 */
export async function localEvidenceStore(root: string): Promise<EvidenceStore> {
  await makePrivateFolder(join(root, 'incoming'));
  await makePrivateFolder(join(root, 'files'));
  return new LocalEvidenceStore(root);
}

class LocalEvidenceStore implements EvidenceStore {
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  async put<T = undefined>(bytes: AsyncIterable<Uint8Array>, options: PutOptions<T>): Promise<PutResult<T>> {
    const path = join(this.#root, 'incoming', `${process.pid}-${randomUUID()}.part`);
    try {
      const staged = await stageUpload(path, bytes, options);
      return await this.#accept(staged, options);
    } catch (error) {
      if (error instanceof UploadStopped) return stopped(error.reason, options.maxBytes);
      if (isDiskFull(error))
        return refused(
          'DISK_FULL',
          'The server has no room left for this file. Nothing was saved. Tell your administrator, then try again.',
        );
      throw error;
    }
  }

  async #accept<T>(staged: StagedUpload, options: PutOptions<T>): Promise<PutResult<T>> {
    const { sha256, size } = staged;
    try {
      const verdict = await options.accept?.({
        sha256,
        size,
        read: (at, length) => readAt(staged.handle, at, length),
      });
      if (verdict && !verdict.ok) {
        return { ...refused('REFUSED', verdict.refusal.message), refusal: verdict.refusal };
      }
      if (options.signal?.aborted) return stopped('INTERRUPTED', options.maxBytes);
      const alreadyStored = (await this.stat(sha256)) !== null;
      await this.#commit(staged.path, sha256);
      return { ok: true, sha256, size, alreadyStored, value: verdict?.value };
    } finally {
      await staged.handle.close();
      await rm(staged.path, { force: true });
    }
  }

  /** Also over an equal file: it renews the age a sweep looks at, and heals a copy that went bad. */
  async #commit(temporary: string, sha256: string): Promise<void> {
    const final = this.#path(sha256);
    const shard = dirname(final);
    await makePrivateFolder(shard);
    await rename(temporary, final);
    // Every level, whoever made it: another upload may have made the folder and not yet synced its parent.
    for (const folder of [shard, dirname(shard), join(this.#root, 'files')]) await syncFolder(folder);
  }

  async open(sha256: string, range?: { start: number; end: number }): Promise<Readable | null> {
    let handle: FileHandle;
    try {
      handle = await open(this.#path(sha256), 'r');
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    return createReadStream('', { fd: handle, highWaterMark: 256 * 1024, ...range });
  }

  async stat(sha256: string): Promise<StoredFile | null> {
    try {
      const { size, mtime } = await stat(this.#path(sha256));
      return { sha256, size, storedAt: mtime };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async remove(sha256: string): Promise<boolean> {
    const path = this.#path(sha256);
    try {
      await rm(path);
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
    await syncFolder(dirname(path));
    return true;
  }

  async *list(): AsyncIterable<StoredFile> {
    const top = join(this.#root, 'files');
    for (const first of await readdir(top)) {
      for (const second of await readdir(join(top, first))) {
        for (const name of await readdir(join(top, first, second))) {
          const file = SHA256.test(name) ? await this.stat(name) : null;
          if (file) yield file;
        }
      }
    }
  }

  sweep(options: SweepOptions): Promise<SweepReport> {
    return sweepLocalStore(
      { incoming: join(this.#root, 'incoming'), pathOf: (sha) => this.#path(sha), files: this.list() },
      options,
    );
  }

  #path(sha256: string): string {
    // Names come from rows; anything else could climb out of the folder.
    if (!SHA256.test(sha256))
      throw new RangeError('A stored file is named by its SHA-256 in lower-case hexadecimal.');
    return join(this.#root, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

type Refused = Extract<PutResult<never>, { ok: false }>;

function refused(reason: Refused['reason'], message: string): Refused {
  return { ok: false, reason, message };
}

function stopped(reason: UploadStopped['reason'], maxBytes: number): Refused {
  const messages = {
    TOO_LARGE: `This file is larger than the limit of ${formatBytes(maxBytes)}. Make it smaller or split it, and upload it again.`,
    EMPTY: 'This file is empty (0 bytes). Check that it was saved, and upload it again.',
    INTERRUPTED: 'The upload stopped before the whole file arrived. Nothing was saved. Upload it again.',
  };
  return refused(reason, messages[reason]);
}
