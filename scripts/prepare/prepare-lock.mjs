import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';
import { Problem } from './problem.mjs';
import { note } from './progress.mjs';

const lockFile = join(cacheFolder, 'prepare.lock');

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Lets one process at a time install and build in this folder, so that a start and a test run beside each
 * other do not pull packages from under one another. A lock left by a process that died is taken over.
 */
export async function withPrepareLock(work) {
  await takeLock();
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

async function takeLock() {
  let said = false;
  for (;;) {
    try {
      mkdirSync(cacheFolder, { recursive: true });
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw new Problem(
          `The folder ${cacheFolder} cannot be written (${error.code}). Check who owns it, then try again.`,
        );
      }
    }
    const owner = Number(readOwner());
    // An empty file is one being written at this moment; it is only stale when its writer is gone.
    if (owner && !isAlive(owner)) rmSync(lockFile, { force: true });
    else if (!said) {
      note('Another command is installing or building here; waiting for it');
      said = true;
    }
    await pause(250);
  }
}

function readOwner() {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return '';
  }
}
