import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Used only by root, when the service account may not enter the folder that the product or its data is in. */
const SHELTER = '/var/lib/golden-thread';

/**
 * The folder for PostgreSQL's files. Normally `cluster` in the data folder. When this process is root and the data
 * folder is one that the service account cannot enter (such as /root), a folder under /var/lib/golden-thread,
 * remembered in the data folder.
 */
export function clusterFolder(dataDir: string, account: Account): string {
  if (account === null) return join(dataDir, 'cluster');
  const note = join(dataDir, 'cluster-folder.txt');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (mayEnter(dataDir, account)) return join(dataDir, 'cluster');
  const own = join(SHELTER, `data-${randomBytes(6).toString('hex')}`);
  mkdirSync(own, { recursive: true, mode: 0o755 });
  writeFileSync(note, `${join(own, 'cluster')}\n`);
  return join(own, 'cluster');
}

/** The programs, copied once to where the service account can run them when it cannot run them in place. */
export function reachableBinaries(binaries: Binaries, account: Account, version: string): Binaries {
  if (account === null || mayEnter(join(binaries.home, 'bin'), account)) return binaries;
  const home = join(SHELTER, `postgresql-${version}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.${process.pid}`;
    mkdirSync(SHELTER, { recursive: true, mode: 0o755 });
    cpSync(binaries.home, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, home);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  return {
    home,
    postgres: join(home, 'bin', basename(binaries.postgres)),
    initdb: join(home, 'bin', basename(binaries.initdb)),
  };
}

function mayEnter(folder: string, account: NonNullable<Account>): boolean {
  const check = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return check.status === 0;
}
