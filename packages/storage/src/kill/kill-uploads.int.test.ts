import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killUploads } from './kill-uploads.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gt-kill-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('ten kills lose no acknowledged upload and leave no wrong file', { timeout: 120_000 }, async () => {
  const report = await killUploads(root, { rounds: 10 });
  expect(report).toMatchObject({ lost: [], wrong: [] });
  expect(report.acknowledged).toBeGreaterThanOrEqual(10);
});

test('the harness sees a store that writes straight to the final name', { timeout: 120_000 }, async () => {
  const report = await killUploads(root, { rounds: 10, variant: 'planted' });
  expect(report.wrong.length).toBeGreaterThan(0);
});
