import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../prepare/prepare-lock.mjs';
import { Problem } from '../prepare/problem.mjs';

const recordName = 'serving.json';

/** Makes the data folder and proves that this account can write in it. */
export function openDataFolder(folder) {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Problem(
      `The data folder ${folder} cannot be written by this account (${error.code}). ` +
        'Check who owns it, or choose another: npm start -- --data FOLDER',
    );
  }
}

/** The server that is using this data folder now. @returns {{ pid: number, url: string } | undefined} */
export function servingFrom(folder) {
  const holder = readRecord(join(folder, recordName));
  return holder && isServer(holder.pid) ? holder : undefined;
}

/**
 * Takes the data folder for one server, so that a second start does not open the same database.
 * @returns {{ taken: true, servingAs: (pid: number) => void, release: () => void } | { taken: false, url: string, pid: number }}
 */
export function takeDataFolder(folder, url) {
  const file = join(folder, recordName);
  // Two tries: the second one follows the removal of a record whose server is gone.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, record(process.pid, url), { flag: 'wx' });
      return {
        taken: true,
        servingAs: (pid) => replace(file, record(pid, url)),
        release: () => rmSync(file, { force: true }),
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = servingFrom(folder);
    if (holder) return { taken: false, ...holder };
    rmSync(file, { force: true });
  }
  throw new Problem(
    `Another start is opening the data folder ${folder} at this moment. Try again in a few seconds.`,
  );
}

const record = (pid, url) => JSON.stringify({ pid, url });

function replace(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function readRecord(file) {
  try {
    const { pid, url } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) ? { pid, url: String(url) } : undefined;
  } catch {
    return undefined;
  }
}

/** After a restart of the machine the same process id may belong to something else entirely. */
function isServer(pid) {
  if (!isAlive(pid)) return false;
  try {
    return /main\.ts|(start|serve)\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return true;
  }
}
