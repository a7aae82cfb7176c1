import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError, systemCode } from './embedded-error.ts';
import { isRunning, markOf, type ProcessMark } from './running-process.ts';

/**
 * Makes this process the only one that starts or stops the database of a folder. A lock left behind by a killed
 * process is taken over.
 *
 * @returns a function that gives the folder free again
 * @throws {EmbeddedError} `alreadyRunning` when another living process holds the folder
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use.json');
  const own = markOf(process.pid) ?? { pid: process.pid, began: '' };
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    // A link appears whole or not at all, and fails when the name is taken.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linked(draft, file)) return () => release(file, own);
      const holder = readMark(file);
      if (holder !== null && isRunning(holder)) throw inUse(folder, holder);
      setAside(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw inUse(folder, readMark(file));
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead process's lock away; puts it back when a living process took the folder in the meantime. */
function setAside(file: string, expected: ProcessMark | null): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readMark(aside);
  if (moved !== null && (moved.pid !== expected?.pid || moved.began !== expected.began)) linked(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, own: ProcessMark): void {
  const holder = readMark(file);
  if (holder?.pid === own.pid && holder.began === own.began) rmSync(file, { force: true });
}

function readMark(file: string): ProcessMark | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('began' in value)) return null;
    return typeof value.pid === 'number' ? { pid: value.pid, began: String(value.began) } : null;
  } catch {
    return null;
  }
}

function inUse(folder: string, holder: ProcessMark | null): EmbeddedError {
  const who = holder === null ? 'Another process' : `Process ${holder.pid}`;
  return new EmbeddedError(
    'alreadyRunning',
    `${who} is already running Golden Thread on the data folder ${folder}. ` +
      'Use that one, stop it first, or choose another data folder.',
  );
}
