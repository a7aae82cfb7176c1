import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyPack } from './verify/verify-pack.ts';

/** A soak writes more than 4 GiB; every other run as much as shows that the harness works. */
const isSoak = process.env.KILL_ROUNDS !== undefined;
const MEGABYTES = isSoak ? 4_400 : 60;
/** Of memory beyond what a small pack takes. The collector of a busy machine leaves more lying after a short run. */
const MOST_MIB = isSoak ? 32 : 120;
const run = promisify(execFile);

/** A soak wants Info-ZIP; other runs ask it where it is installed. */
async function opensInUnzip(path: string): Promise<void> {
  await run('unzip', ['-tqq', path]).catch((error: NodeJS.ErrnoException) => {
    if (isSoak || error.code !== 'ENOENT') throw error;
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gt-soak-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`a pack of ${MEGABYTES} MB takes no more memory than a small one, is whole, and opens in unzip`, {
  timeout: 3_600_000,
}, async () => {
  const script = fileURLToPath(new URL('./fixtures/write-large-pack.ts', import.meta.url));
  const path = join(folder, 'pack.zip');
  const { stdout } = await run(process.execPath, [script, path, String(MEGABYTES)]);
  expect(Number(stdout) / 1024 ** 2).toBeLessThanOrEqual(MOST_MIB);
  if (isSoak) expect((await stat(path)).size).toBeGreaterThan(2 ** 32);
  expect((await verifyPack(path)).problems).toEqual([]);
  await opensInUnzip(path);
});

test('a pack of more than 65,535 files is whole and opens in unzip', { timeout: 3_600_000 }, async () => {
  const script = fileURLToPath(new URL('./fixtures/write-many-files.ts', import.meta.url));
  const path = join(folder, 'many.zip');
  const count = isSoak ? 65_600 : 600;
  await run(process.execPath, [script, path, String(count)], { maxBuffer: 64 * 1024 * 1024 });
  const verdict = await verifyPack(path);
  expect(verdict.problems).toEqual([]);
  expect(verdict.checked).toBeGreaterThan(count);
  await opensInUnzip(path);
});
