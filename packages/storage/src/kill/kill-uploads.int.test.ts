import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killUploads } from './kill-uploads.ts';

/** `npm run soak` asks for a hundred. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const PATIENCE = 60_000 + ROUNDS * 6_000;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gt-kill-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('kills at random moments lose no acknowledged upload and leave no wrong file', {
  retry: 0,
  timeout: PATIENCE,
}, async () => {
  const report = await killUploads(root, { rounds: ROUNDS });
  expect(report).toMatchObject({ lost: [], wrong: [] });
  expect(report.acknowledged).toBeGreaterThanOrEqual(ROUNDS);
});

test('the harness sees a store that writes straight to the final name', {
  retry: 0,
  timeout: PATIENCE,
}, async () => {
  const report = await killUploads(root, { rounds: 10, variant: 'planted' });
  expect(report.wrong.length).toBeGreaterThan(0);
});
