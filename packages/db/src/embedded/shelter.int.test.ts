import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serviceAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { reachableBinaries } from './shelter.ts';
import { startEmbedded } from './start-embedded.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that only root may enter, as /root is. */
function closedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gt-closed-'));
  folders.push(folder);
  return folder;
}

describe.runIf(process.getuid?.() === 0)('started by root in a folder of root’s own', () => {
  it('keeps PostgreSQL’s files where its account may go, and finds them again', async () => {
    const dataDir = join(closedFolder(), 'data');
    const first = await startEmbedded({ dataDir, durable: false });
    const cluster = readFileSync(join(dataDir, 'cluster-folder.txt'), 'utf8').trim();
    folders.push(dirname(cluster));
    await first.stop();
    const second = await startEmbedded({ dataDir, durable: false });
    expect(second.url).toBe(first.url);
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(true);
    await second.stop();
  });

  it('runs the programs from a copy its account may reach', async () => {
    const installed = await findBinaries();
    const home = join(closedFolder(), 'native');
    mkdirSync(join(home, 'bin'), { recursive: true });
    cpSync(join(installed.home, 'bin'), join(home, 'bin'), { recursive: true });
    const hidden = { home, postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') };
    const copied = reachableBinaries(hidden, serviceAccount(), 'test');
    folders.push(copied.home);
    expect(copied.home).not.toBe(home);
    expect(existsSync(copied.initdb)).toBe(true);
    expect(reachableBinaries(installed, serviceAccount(), 'test')).toBe(installed);
  });
});
