import type { Tx } from '@gt/db';

/** Background work the api may ask for. apps/server binds it to the queue; tests bind it to a recorder. */
export type JobName =
  | 'pack.build'
  | 'packs.expire'
  | 'audit.seal'
  | 'mail.send'
  | 'files.sweep'
  | 'store.check'
  | 'evidence.screen'
  | 'evidence.screenAll'
  | 'readiness.watch'
  | 'digests.send'
  | 'reviews.prepare'
  | 'snapshots.take'
  | 'reports.issue'
  | 'figures.read'
  | 'workbook.read';

export type Jobs = {
  /** Adds a job in the caller's transaction: it exists exactly when the transaction commits. */
  enqueue(
    tx: Tx,
    name: JobName,
    data: Record<string, string>,
    options?: { singletonKey?: string },
  ): Promise<void>;
};

/** How passwords are hashed and sessions ended: the sign-in library lives in apps/server. */
export type Accounts = {
  hashPassword(password: string): Promise<string>;
  /** Null when the password will do; otherwise the sentence that says why not and what would. */
  passwordProblem(password: string, context: readonly string[]): string | null;
};

/** The installation's key for packs. Its private half never leaves the host. */
export type Signing = {
  /** SPKI, base64. */
  publicKey: string;
  /** SHA-256 of the public key: what names it. */
  fingerprint: string;
  /** Ed25519: the same bytes have the same signature. */
  sign(bytes: Uint8Array): Uint8Array;
};

export type Settings = {
  /** Address people reach the product at, for links in invitations. No trailing slash. */
  publicUrl: string;
  /** Whether mail can go out; without it one-time links are shown instead. */
  mailIsSetUp: boolean;
};
