import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './embedded-error.ts';
import { commandOf, isRunning, markOf, type ProcessMark } from './running-process.ts';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const LOG_KEPT_BYTES = 5_000_000;

/** A running PostgreSQL server as its own `postmaster.pid` describes it. */
export interface Postmaster {
  readonly mark: ProcessMark;
  readonly port: number;
  readonly ready: boolean;
}

/**
 * The server that runs on this folder, or `null`. A `postmaster.pid` left behind by a crash, whose number may
 * belong to some other process by now, is removed.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid');
  const lines = readLines(file);
  if (lines === null) return null;
  const mark = markOf(Number(lines[0]));
  if (mark !== null && commandOf(mark.pid).includes(cluster)) {
    return { mark, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  }
  rmSync(file, { force: true });
  return null;
}

export interface StartOptions {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly cluster: string;
  readonly port: number;
  readonly logFile: string;
  /** Server settings, e.g. `{ fsync: 'off' }`. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Starts the server in a session of its own, so that a Ctrl-C meant for the application does not reach it before
 * the application has finished with it, and waits until it accepts connections.
 *
 * @returns `'portTaken'` when another program has the port
 */
export async function startPostmaster(options: StartOptions): Promise<Postmaster | 'portTaken'> {
  const log = openSync(options.logFile, logIsLong(options.logFile) ? 'w' : 'a', 0o600);
  const from = statSync(options.logFile).size;
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    options.binaries.postgres,
    ['-D', options.cluster, '-p', String(options.port), ...settings],
    {
      ...options.account,
      cwd: options.cluster,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' },
    },
  );
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `ended with ${signal ?? code}`;
  });
  child.unref();
  const until = Date.now() + START_TIMEOUT_MS;
  while (ended === undefined && Date.now() < until) {
    const found = readLines(join(options.cluster, 'postmaster.pid'));
    const mark = child.pid === undefined ? null : markOf(child.pid);
    if (mark !== null && Number(found?.[0]) === mark.pid && found?.[7]?.trim() === 'ready') {
      return { mark, port: options.port, ready: true };
    }
    await delay(15);
  }
  if (ended === undefined) child.kill('SIGQUIT');
  const words = readFileSync(options.logFile, 'utf8').slice(from);
  if (/could not (bind|create any TCP\/IP sockets)/.test(words)) return 'portTaken';
  throw startFailure(options, ended ?? 'did not get ready in time', words);
}

/** Ends the server in an orderly way: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(mark: ProcessMark): Promise<void> {
  signal(mark, 'SIGINT');
  if (await gone(mark, STOP_TIMEOUT_MS)) return;
  // Immediate shutdown; the next start recovers from the write-ahead log.
  signal(mark, 'SIGQUIT');
  await gone(mark, 5_000);
}

async function gone(mark: ProcessMark, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (isRunning(mark)) {
    if (Date.now() > until) return false;
    await delay(15);
  }
  return true;
}

function signal(mark: ProcessMark, name: 'SIGINT' | 'SIGQUIT'): void {
  if (!isRunning(mark)) return;
  try {
    process.kill(mark.pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}

function startFailure(options: StartOptions, how: string, words: string): EmbeddedError {
  if (/incompatible with server/.test(words)) {
    return new EmbeddedError(
      'otherVersion',
      `The database in ${options.cluster} was made by another PostgreSQL version.`,
    );
  }
  if (/wrong ownership|invalid permissions|Permission denied/.test(words)) {
    return new EmbeddedError(
      'folderNotWritable',
      `The database folder ${options.cluster} belongs to another user. Start as that user, or choose another data folder.`,
    );
  }
  const fatal = words.match(/(FATAL|PANIC):.*/)?.[0] ?? '';
  return new EmbeddedError(
    'didNotStart',
    `The built-in PostgreSQL ${how}. ${fatal} The whole log is in ${options.logFile}.`.replace(/ {2,}/g, ' '),
  );
}

function logIsLong(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_BYTES;
}

function readLines(file: string): string[] | null {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return null;
  }
}
