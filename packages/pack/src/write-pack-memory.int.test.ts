import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyPack } from './verify-pack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gt-large-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a pack of 200 MB grows memory by no more than 64 MiB, and is whole', { timeout: 120_000 }, async () => {
  const script = fileURLToPath(new URL('./fixtures/write-large-pack.ts', import.meta.url));
  const path = join(folder, 'pack.zip');
  const { stdout } = await promisify(execFile)(process.execPath, [script, path, '200']);
  expect(Number(stdout) / 1024 ** 2).toBeLessThanOrEqual(64);
  expect((await verifyPack(path)).ok).toBe(true);
});
