import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { ctxWithStore, download, makeEvidence, runBuild } from './packs.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs, store } = harness;
const lead = callerAs(people.lead);
const ctx = () => harness.ctxAs(people.lead);

async function request(planId: string): Promise<string> {
  return (await lead.packs.build({ planId, idempotencyKey: newId() })).packId;
}

async function built() {
  const plan = await harness.makePlan();
  const evidence = await makeEvidence(harness, plan, { bytes: `audit of ${newId()}` });
  const packId = await request(plan.planId);
  await runBuild(ctx(), packId);
  return { plan, evidence, packId };
}

describe('when it goes wrong', () => {
  it('says that the disk is full, and keeps nothing', async () => {
    const plan = await harness.makePlan();
    const packId = await request(plan.planId);
    await runBuild(
      ctxWithStore(harness, { put: async () => ({ ok: false, reason: 'DISK_FULL', message: 'no room' }) }),
      packId,
    );
    const pack = await lead.packs.get({ packId });
    expect(pack).toMatchObject({ state: 'FAILED', sha256: null });
    expect(pack.failure).toContain('no room left for this pack');
  });

  it('says so in fixed words when it does not know why, and tells the queue', async () => {
    const plan = await harness.makePlan();
    const packId = await request(plan.planId);
    const broken = ctxWithStore(harness, { put: () => Promise.reject(new Error('EIO /secret/path')) });
    await expect(runBuild(broken, packId)).rejects.toThrow('EIO');
    const { state, failure } = await lead.packs.get({ packId });
    expect(state).toBe('FAILED');
    expect(failure).toMatch(/^Something went wrong while the pack was written, and nothing was kept\./);
    expect(failure).not.toContain('secret');
    // A job that the queue runs once more finds nothing to do.
    await runBuild(ctx(), packId);
    expect((await lead.packs.get({ packId })).state).toBe('FAILED');
  });

  it('names a file that the store has lost as left out', async () => {
    const plan = await harness.makePlan();
    const { sha256 } = await makeEvidence(harness, plan, { bytes: 'lost' });
    await store.remove(sha256);
    const packId = await request(plan.planId);
    await runBuild(ctx(), packId);
    const pack = await lead.packs.get({ packId });
    expect(pack.counts).toMatchObject({ evidenceInScope: 1, evidenceIncluded: 0, evidenceLeftOut: 1 });
    expect(pack.omissions[0]?.reason).toContain('not found in the store');
  });

  it('finds a stored pack that was changed, and one that is gone', async () => {
    const { packId } = await built();
    const { sha256 } = await lead.packs.get({ packId });
    const changed = ctxWithStore(harness, {
      async open() {
        const { evidence } = await built();
        return store.open(evidence.sha256);
      },
    });
    const { checkPack } = await import('./check-pack.ts');
    const { guard } = await import('../../core/guard.ts');
    const verdict = await checkPack(changed, guard(changed, 'pack.read'), { packId });
    expect(verdict.ok).toBe(false);
    expect(verdict.problems.map(({ problem }) => problem)).toEqual(['UNREADABLE', 'HASH']);
    expect(JSON.stringify(verdict)).not.toContain('golden-thread-check');
    const hash = sha256 ?? '';
    await rm(join(harness.filesDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash));
    expect(await lead.packs.verify({ packId })).toMatchObject({ ok: false, checked: 0, problemsTotal: 1 });
    expect((await problemOf(download(harness, packId))).code).toBe('NOT_FOUND');
  });

  it('has no file before it is finished', async () => {
    const plan = await harness.makePlan();
    const packId = await request(plan.planId);
    expect((await problemOf(download(harness, packId))).message).toContain('not finished');
    expect((await problemOf(lead.packs.verify({ packId }))).code).toBe('RULE');
  });
});

describe('who may', () => {
  const others = ['manager', 'contributor', 'partner', 'verifier', 'viewer', 'administrator'] as const;

  test.each(others)('%s neither reads nor builds packs', async (role) => {
    const { plan, packId } = await built();
    const caller = callerAs(people[role]);
    const { planId } = plan;
    const calls = [
      () => caller.packs.readiness({ planId }),
      () => caller.packs.list({ planId }),
      () => caller.packs.get({ packId }),
      () => caller.packs.verify({ packId }),
      () => caller.packs.cancel({ packId }),
      () => caller.packs.build({ planId, idempotencyKey: newId() }),
      () => download(harness, packId, people[role]),
    ];
    for (const call of calls) expect((await problemOf(call())).code).toBe('NOT_ALLOWED');
  });

  it('nobody without signing in', async () => {
    const caller = callerAs(null);
    const call = caller.packs.list({ planId: newId() });
    expect((await problemOf(call)).code).toBe('NOT_SIGNED_IN');
  });
});

test('what is not there is not found, and a plan without recommendations has nothing to pack', async () => {
  const [planId, packId] = [newId(), newId()];
  for (const call of [
    () => lead.packs.readiness({ planId }),
    () => lead.packs.list({ planId }),
    () => lead.packs.get({ packId }),
    () => lead.packs.cancel({ packId }),
    () => lead.packs.verify({ packId }),
    () => lead.packs.build({ planId, idempotencyKey: newId() }),
  ]) {
    expect((await problemOf(call())).code).toBe('NOT_FOUND');
  }
  const [plan, other] = [await harness.makePlan(), await harness.makePlan()];
  const foreign = {
    planId: plan.planId,
    recommendationIds: other.recommendationIds,
    idempotencyKey: newId(),
  };
  expect((await problemOf(lead.packs.build(foreign))).code).toBe('NOT_FOUND');
  await db.recommendation.updateMany({ where: { planId: plan.planId }, data: { deletedAt: new Date() } });
  const empty = await problemOf(lead.packs.build({ planId: plan.planId, idempotencyKey: newId() }));
  expect(empty.message).toContain('no recommendation yet');
  expect((await lead.packs.readiness({ planId: plan.planId })).line).toBe(
    'Nothing to pack yet: there are no recommendations',
  );
});
