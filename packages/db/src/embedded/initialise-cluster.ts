import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './embedded-error.ts';

/** The role that owns the embedded database and migrates it. */
export const OWNER_ROLE = 'golden_thread_owner';

export interface InitialiseOptions {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly dataDir: string;
  readonly cluster: string;
  readonly password: string;
  /** False for throw-away databases: does not wait for the disk. */
  readonly durable: boolean;
}

/**
 * Makes an empty PostgreSQL data folder. It is made under another name and renamed when finished, so that a kill
 * half-way leaves nothing that looks like a database.
 *
 * Text is ordered as people expect it in a British list (ICU, en-GB), not by character code.
 */
export async function initialiseCluster(options: InitialiseOptions): Promise<void> {
  const unfinished = `${options.cluster}.unfinished`;
  // Beside the cluster, which the service account can certainly enter.
  const secret = `${options.cluster}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(secret, { force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(secret, `${options.password}\n`, { mode: 0o600 });
  try {
    if (options.account !== null) {
      chownSync(unfinished, options.account.uid, options.account.gid);
      chownSync(secret, options.account.uid, options.account.gid);
    }
    await run(options, unfinished, secret);
    renameSync(unfinished, options.cluster);
  } finally {
    rmSync(secret, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function run(options: InitialiseOptions, folder: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${OWNER_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=en-GB',
    '--no-instructions',
    ...(options.durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(options.binaries.initdb, args, {
      ...options.account,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words += text;
    });
    child.once('error', (error) => reject(failure(options, error.message)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(failure(options, words))));
  });
}

function failure(options: InitialiseOptions, words: string): EmbeddedError {
  if (/Permission denied|Read-only file system/.test(words)) {
    return new EmbeddedError(
      'folderNotWritable',
      `The folder ${options.dataDir} cannot be written to. ${words.trim()}`,
    );
  }
  return new EmbeddedError(
    'didNotStart',
    `A new database could not be made in ${options.dataDir}. ${words.trim()}`,
  );
}
