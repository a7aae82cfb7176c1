import type { Readable } from 'node:stream';
import type { FileRefusal } from './file-refusal.ts';

/** Random access to bytes that are not yet (or already) stored; `read` may return fewer bytes at the end. */
export interface ByteSource {
  size: number;
  read(position: number, length: number): Promise<Uint8Array>;
}

/** Looks at a complete upload before it gets its final name. A refusal leaves nothing behind. */
export type Acceptance<T> = (
  staged: ByteSource & { sha256: string },
) => Promise<{ ok: true; value: T } | { ok: false; refusal: FileRefusal }>;

export interface PutOptions<T> {
  /** The first byte over this many refuses the upload. */
  maxBytes: number;
  signal?: AbortSignal;
  accept?: Acceptance<T>;
}

export type PutResult<T> =
  | {
      ok: true;
      /** Lower-case hexadecimal SHA-256 of the bytes: the name to keep in the row. */
      sha256: string;
      size: number;
      /** True when the same bytes were here before. */
      alreadyStored: boolean;
      /** What `accept` answered; undefined without one. */
      value: T | undefined;
    }
  | {
      ok: false;
      reason: 'TOO_LARGE' | 'EMPTY' | 'INTERRUPTED' | 'DISK_FULL' | 'REFUSED';
      /** What is wrong, the limit and the fix, for the person. */
      message: string;
      /** The refusal of `accept`, when reason is REFUSED. */
      refusal?: FileRefusal;
    };

export interface StoredFile {
  sha256: string;
  size: number;
  storedAt: Date;
}

export interface SweepReport {
  /** Left-over temporaries removed. */
  temporaries: number;
  /** Content addresses removed because no row knows them. */
  orphans: string[];
  kept: number;
}

export interface SweepOptions {
  /** True when some row names this content. Asked again as late as possible. */
  known: (sha256: string) => Promise<boolean>;
  /** Younger files are left alone: their row may not be committed yet. Use hours. */
  olderThanMs: number;
  /** Counts and names what would go, and removes nothing. */
  dryRun?: boolean;
}

/**
 * Evidence files by content address. One port, so that local disk and S3 are interchangeable.
 * A resolved `put` means the bytes are durable; the row is written afterwards by the caller.
 * Every other failure (no rights, broken disk) rejects, and leaves nothing half-written.
 */
export interface EvidenceStore {
  /** Holds nothing of a chunk once it asks for the next, so that whoever sends may use its memory again. */
  put<T = undefined>(bytes: AsyncIterable<Uint8Array>, options: PutOptions<T>): Promise<PutResult<T>>;
  /** A stream of the content, or null when it is not here. `range` is in bytes, both ends included. */
  open(sha256: string, range?: { start: number; end: number }): Promise<Readable | null>;
  stat(sha256: string): Promise<StoredFile | null>;
  /** True when something was removed. */
  remove(sha256: string): Promise<boolean>;
  list(): AsyncIterable<StoredFile>;
  sweep(options: SweepOptions): Promise<SweepReport>;
}
