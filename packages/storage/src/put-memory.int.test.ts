import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'golden-thread-put-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('storing 200 MB grows memory by no more than 64 MiB', { timeout: 120_000 }, async () => {
  const script = fileURLToPath(new URL('./fixtures/put-large.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, root]);
  expect(Number(stdout) / 1024 ** 2).toBeLessThanOrEqual(64);
});
