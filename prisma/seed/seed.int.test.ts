import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTestDatabase } from '@gt/db/testing';
import { localEvidenceStore } from '@gt/storage';
import { afterAll, expect, test } from 'vitest';
import { loadScenario } from './load-scenario.ts';
import { northmoor } from './scenarios/northmoor.ts';

const { db } = await withTestDatabase();
const filesDir = await mkdtemp(join(tmpdir(), 'golden-thread-seed-'));
afterAll(() => rm(filesDir, { recursive: true, force: true }));
const into = { db, store: await localEvidenceStore(filesDir), now: new Date() };
await loadScenario(into, northmoor);

test('six recommendations come out of the printed report', async () => {
  expect(await db.recommendation.count()).toBe(6);
});

test('a second load is refused politely', async () => {
  await expect(loadScenario(into, northmoor)).rejects.toThrow(/has accounts already/);
});
