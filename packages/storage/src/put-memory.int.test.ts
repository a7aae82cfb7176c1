import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

/**
 * Well under the 200 MB that a leak would keep, and well over what the collector leaves lying on a busy machine; the
 * exact bar is the benchmark's.
 */
const FLAT_MIB = 120;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'golden-thread-put-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('storing 200 MB does not pass through memory whole', { timeout: 120_000 }, async () => {
  const script = fileURLToPath(new URL('./fixtures/put-large.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, root]);
  expect(Number(stdout) / 1024 ** 2).toBeLessThanOrEqual(FLAT_MIB);
});
