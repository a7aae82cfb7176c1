import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { EvidenceStore } from '@gt/storage';
import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { fullPlan, runBuild } from './packs.fixture.ts';

const harness = await startHarness();
const { people, callerAs, store } = harness;
const lead = callerAs(people.lead);
const ctx = () => harness.ctxAs(people.lead);

async function request(planId: string): Promise<string> {
  return (await lead.packs.build({ planId, idempotencyKey: newId() })).packId;
}

/** Temporary files of uploads under way. */
const incoming = () => readdir(join(harness.filesDir, 'incoming'));
async function storedCount(): Promise<number> {
  let count = 0;
  for await (const _file of store.list()) count += 1;
  return count;
}

test('cancels a pack that waits at once, and its job then does nothing', async () => {
  const plan = await harness.makePlan();
  const packId = await request(plan.planId);
  await lead.packs.cancel({ packId });
  await lead.packs.cancel({ packId });
  await runBuild(ctx(), packId);
  expect(await lead.packs.get({ packId })).toMatchObject({ state: 'CANCELLED', sha256: null });
});

test('stops a pack under way within a second and leaves nothing', async () => {
  const { packId, running, release, before } = await slowBuild();
  await lead.packs.cancel({ packId });
  const asked = Date.now();
  await running;
  release();
  expect(Date.now() - asked).toBeLessThan(1_000);
  expect(await lead.packs.get({ packId })).toMatchObject({ state: 'CANCELLED', sha256: null, stage: '' });
  expect([await incoming(), await storedCount()]).toEqual([[], before]);
  expect((await problemOf(lead.packs.cancel({ packId: await readyPack() }))).message).toContain(
    'nothing to cancel',
  );
});

test('goes back to the queue when the server stops, and is built whole the next time', async () => {
  const server = new AbortController();
  const { packId, running, release, before } = await slowBuild(server.signal);
  server.abort(new Error('the server stops'));
  await expect(running).rejects.toThrow('the server stops');
  release();
  expect(await lead.packs.get({ packId })).toMatchObject({ state: 'QUEUED', startedAt: null });
  expect([await incoming(), await storedCount()]).toEqual([[], before]);
  await runBuild(ctx(), packId);
  const pack = await lead.packs.get({ packId });
  expect(pack.state).toBe('READY');
  await runBuild(ctx(), packId);
  expect(await lead.packs.get({ packId })).toEqual(pack);
  expect(await storedCount()).toBe(before + 1);
});

test('an attempt that was taken over writes nothing more', async () => {
  const { packId, running, release } = await slowBuild();
  // As after a worker taken for dead: the queue gives the job to another.
  await runBuild(ctx(), packId);
  const pack = await lead.packs.get({ packId });
  release();
  await running;
  expect(await lead.packs.get({ packId })).toEqual(pack);
  expect(pack.state).toBe('READY');
  expect((await lead.packs.verify({ packId })).ok).toBe(true);
});

/** A pack whose first evidence file does not come until released. */
async function slowBuild(signal?: AbortSignal) {
  const { plan } = await fullPlan(harness);
  const packId = await request(plan.planId);
  const before = await storedCount();
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let opened = () => {};
  const began = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const slow: EvidenceStore = {
    put: (bytes, options) => store.put(bytes, options),
    remove: (hash) => store.remove(hash),
    stat: (hash) => store.stat(hash),
    list: () => store.list(),
    sweep: (options) => store.sweep(options),
    async open(hash) {
      opened();
      const held = new Readable({ read() {} });
      void gate.then(async () => {
        const stream = await store.open(hash);
        if (stream) for await (const chunk of stream) held.push(chunk);
        held.push(null);
      });
      return held;
    },
  };
  const running = runBuild({ ...ctx(), store: slow }, packId, signal);
  running.catch(() => undefined);
  await began;
  return { packId, running, release, before };
}

async function readyPack(): Promise<string> {
  const { plan } = await fullPlan(harness);
  const packId = await request(plan.planId);
  await runBuild(ctx(), packId);
  return packId;
}
