import type { PackManifest } from '@gt/pack';
import { describe, expect, it, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { ctxWithStore, download, fullPlan, openPack, runBuild, sha256 } from './packs.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs, store } = harness;
const lead = callerAs(people.lead);
/** Made up, and unlike any word of the fixtures. */
const NAME = 'Zebedee Quillfeather';
const ctx = () => harness.ctxAs(people.lead);

async function request(planId: string, more: { recommendationIds?: string[]; marking?: 'OFFICIAL' } = {}) {
  const { packId } = await lead.packs.build({ planId, idempotencyKey: newId(), ...more });
  return packId;
}

test('a pack from request to check: every checksum matches, and nothing in scope is lost in silence', async () => {
  const { plan, accepted, both, sensitive } = await fullPlan(harness);
  const packId = await request(plan.planId);
  expect(harness.jobs.at(-1)).toEqual({ name: 'pack.build', data: { packId } });
  expect(await lead.packs.get({ packId })).toMatchObject({ state: 'QUEUED', number: 1, size: null });

  await runBuild(ctx(), packId);

  const pack = await lead.packs.get({ packId });
  expect(pack).toMatchObject({
    state: 'READY',
    stage: '',
    failure: null,
    requestedBy: { name: 'Programme Lead' },
  });
  expect(pack.fileName).toBe('Evidence pack 1 – Northmoor ILACS plan – 12 March 2026.zip');
  const { bytes, fileName, mediaType, size } = await download(harness, packId);
  expect({ fileName, mediaType, size }).toEqual({
    fileName: pack.fileName,
    mediaType: 'application/zip',
    size: pack.size,
  });
  expect(sha256(bytes)).toBe(pack.sha256);

  const files = (await openPack(bytes, fromBufferPromise)).files;
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as PackManifest;
  expect(new Set(manifest.files.map(({ path }) => path))).toEqual(
    new Set([...files.keys()].filter((path) => !path.startsWith('manifest.'))),
  );
  for (const file of manifest.files) {
    const content = files.get(file.path) ?? Buffer.alloc(0);
    expect([file.path, sha256(content), content.length]).toEqual([file.path, file.sha256, file.size]);
  }
  expect(manifest.files.filter((file) => file.appendix)).toMatchObject([
    { evidence: 'E7', path: expect.stringMatching(/^appendix OFFICIAL-SENSITIVE\/R01\//) },
  ]);
  const proof = manifest.files.filter((file) => file.evidence);
  expect(proof.map((file) => [file.evidence, file.sha256])).toEqual([
    ['E1', accepted.sha256],
    ['E2', both.sha256],
    ['E7', sensitive.sha256],
  ]);
  expect(pack.omissions.map(({ ref, reason }) => [ref, reason])).toEqual([
    ['E3', 'Not verified yet: it waits to be checked.'],
    ['E4', 'Not verified: it was returned to whoever uploaded it.'],
    ['E5', 'Withdrawn by the trust as evidence.'],
    ['E6', 'Deleted on 1 March 2026.'],
  ]);
  expect(pack.counts).toMatchObject({
    recommendations: 2,
    actions: 1,
    updates: 1,
    evidenceInScope: 7,
    evidenceIncluded: 3,
    evidenceLeftOut: 4,
  });
  for (const part of ['summary.pdf', 'actions.xlsx', 'index.html', 'READ ME.txt']) {
    expect(files.has(part)).toBe(true);
  }
  const index = files.get('index.html')?.toString() ?? '';
  for (const quote of [
    'The effectiveness of the fostering service.',
    'The focus on every permanence option for children.',
  ]) {
    expect(index).toContain(quote);
  }
  expect(manifest.auditCheckpoint).toMatchObject(pack.checkpoint ?? {});

  const verdict = await lead.packs.verify({ packId });
  expect(verdict).toMatchObject({ ok: true, problems: [], sha256: pack.sha256 });
  expect(verdict.checked).toBe(manifest.files.length);
  expect(verdict.sentence).toContain('match the manifest');
});

test('the sealed history is on record before the pack and still verifies after it', async () => {
  const { plan } = await fullPlan(harness);
  const packId = await request(plan.planId);
  await runBuild(ctx(), packId);
  const { checkpoint } = await lead.packs.get({ packId });
  const asked = await db.auditEvent.findFirstOrThrow({
    where: { entityId: packId, action: 'pack.build' },
    select: { seal: { select: { position: true } } },
  });
  expect(Number(asked.seal?.position)).toBeLessThanOrEqual(checkpoint?.sequence ?? 0);
  const sealed = await db.auditSeal.findFirstOrThrow({
    where: { position: BigInt(checkpoint?.sequence ?? 0) },
    select: { hash: true },
  });
  expect(sealed.hash).toBe(checkpoint?.hash);
  const verdict = await verifyAudit(ctx(), guard(ctx(), 'audit.read'));
  expect(verdict.ok).toBe(true);
  const actions = await db.auditEvent.findMany({
    where: { entityId: packId },
    orderBy: { id: 'asc' },
    select: { action: true, actorName: true },
  });
  expect(actions).toEqual([
    { action: 'pack.build', actorName: 'Programme Lead' },
    { action: 'pack.ready', actorName: 'Programme Lead' },
  ]);
});

test('only the chosen recommendations go in; a pack marked OFFICIAL leaves sensitive material out', async () => {
  const { plan, r1, r2 } = await fullPlan(harness);
  const one = await request(plan.planId, { recommendationIds: [r2] });
  await runBuild(ctx(), one);
  expect(await lead.packs.get({ packId: one })).toMatchObject({
    references: ['R2'],
    omissions: [],
    counts: { recommendations: 1, evidenceInScope: 1, evidenceIncluded: 1 },
  });
  const official = await request(plan.planId, { recommendationIds: [r1], marking: 'OFFICIAL' });
  await runBuild(ctx(), official);
  const pack = await lead.packs.get({ packId: official });
  expect(pack.omissions.find(({ ref }) => ref === 'E7')?.reason).toContain('OFFICIAL-SENSITIVE');
  const { packs, total } = await lead.packs.list({ planId: plan.planId });
  expect([packs.map(({ number }) => number), total]).toEqual([[2, 1], 2]);
});

test('a measure stands in the pack in words; one whose words were destroyed is named as left out', async () => {
  const { plan } = await fullPlan(harness);
  const make = async (name: string, figures: string) => {
    const { id: measureId } = await lead.measures.create({
      recommendationId: plan.recommendationIds[0] ?? '',
      name,
      definition: '',
      unit: '%',
      direction: 'HIGHER_IS_BETTER',
      baseline: 60,
      baselineDate: '2025-10-31',
      target: 90,
      targetDate: null,
      frequency: 'MONTHLY',
      ownerPostId: null,
      idempotencyKey: newId(),
    });
    const expected = { add: figures.split('\n').length, correct: 0 };
    await lead.measures.pastePoints({ measureId, text: figures, expected, idempotencyKey: newId() });
    return measureId;
  };
  await make('Visits on time', 'Nov 2025\t64\nDec 2025\t70');
  const gone = await make(`Visits to ${NAME}`, 'Dec 2025\t70');
  const asked = { entity: 'MEASURE', entityId: gone, reason: 'A child is named.' } as const;
  const { redactionId } = await lead.redactions.request({ ...asked, idempotencyKey: newId() });
  await callerAs(people.verifier).redactions.decide({
    redactionId,
    version: 1,
    approve: true,
    note: 'Checked.',
  });
  const packId = await request(plan.planId);
  await runBuild(ctx(), packId);
  const html = (await openPack((await download(harness, packId)).bytes, fromBufferPromise)).text(
    'index.html',
  );
  expect(html).toContain('M1 Visits on time');
  expect(html).toContain('70\u00a0% on 31 December 2025');
  expect(html).toContain('20 percentage points short of the target of 90\u00a0%.');
  expect(html).toContain('Late: Last figure is of 31 December 2025; January 2026’s is 19 days late.');
  expect(html).toContain('M2 Redacted on 12 March 2026');
  expect(html).toMatch(/M2 Words of the measure: /);
  expect(html).not.toContain('Zebedee');
});

test('readiness names what is missing, with its mending, and what would be left out', async () => {
  const { plan, r1, r2, action } = await fullPlan(harness);
  const found = await lead.packs.readiness({ planId: plan.planId });
  const items = found.recommendations.flatMap((row) => row.items);
  expect(found.line).toBe(`Ready except ${items.length} items in 2 recommendations`);
  expect(found.recommendations.map(({ reference, isReady }) => [reference, isReady])).toEqual([
    ['R1', false],
    ['R2', false],
  ]);
  const of = (code: string) => items.filter((item) => item.code === code).map((item) => item.target);
  expect(of('NOT_VERIFIED')).toMatchObject([{ kind: 'EVIDENCE', reference: 'E3' }]);
  expect(of('NO_ACTION')).toEqual([{ kind: 'RECOMMENDATION', id: r2, reference: 'R2' }]);
  expect(of('NO_GOOD_LOOKS_LIKE').map(({ id }) => id)).toEqual([r1, r2]);
  expect(found.scope).toMatchObject({
    evidenceInScope: 7,
    evidenceIncluded: 3,
    evidenceLeftOut: 4,
    updates: 1,
  });
  expect(found.leftOut.map(({ ref }) => ref)).toEqual(['E3', 'E4', 'E5', 'E6']);

  await db.action.update({ where: { id: action.id }, data: { deletedAt: new Date() }, select: { id: true } });
  const later = await lead.packs.readiness({ planId: plan.planId, recommendationIds: [r1] });
  expect(later.leftOut.find(({ ref }) => ref === 'E1')?.reason).toBe(
    'Linked only to an action that has been deleted.',
  );
  expect(later.scope.evidenceInScope).toBe(7);
});

test('the same intent twice, in series and at once, is one pack and one job', async () => {
  const plan = await harness.makePlan();
  const before = harness.jobs.length;
  const input = { planId: plan.planId, idempotencyKey: newId() };
  const answers = await Promise.all([
    lead.packs.build(input),
    lead.packs.build(input),
    lead.packs.build(input),
  ]);
  answers.push(await lead.packs.build(input));
  expect(new Set(answers.map(({ packId }) => packId)).size).toBe(1);
  expect(harness.jobs.length - before).toBe(1);
  expect((await lead.packs.list({ planId: plan.planId })).total).toBe(1);
});

describe('what two people destroy', () => {
  it('withdraws a finished pack: its bytes go, and it says since when and why', async () => {
    const { plan, destroy } = await planWithName();
    const packId = await request(plan.planId);
    await runBuild(ctx(), packId);
    expect(await textOf(packId)).toContain(NAME);
    await destroy();
    const pack = await lead.packs.get({ packId });
    expect(pack).toMatchObject({ state: 'READY', counts: null, omissions: [] });
    expect(pack.redactedAt).not.toBeNull();
    expect(await store.stat(pack.sha256 ?? '')).toBeNull();
    const sentence =
      'This pack was withdrawn on 12 March 2026, because something in it was destroyed. Build a new one.';
    expect((await problemOf(download(harness, packId))).message).toBe(sentence);
    expect((await problemOf(lead.packs.verify({ packId }))).message).toBe(sentence);
  });

  it('is named as left out of the next pack, and nowhere in it', async () => {
    const { plan, destroy } = await planWithName();
    await destroy();
    const { leftOut } = await lead.packs.readiness({ planId: plan.planId });
    const packId = await request(plan.planId);
    await runBuild(ctx(), packId);
    const { omissions, counts } = await lead.packs.get({ packId });
    expect(omissions).toMatchObject([
      { what: 'TEXT', ref: 'R1.A1', title: 'Progress update of 10 March 2026' },
    ]);
    expect(omissions[0]?.reason).toMatch(/^Redacted on /);
    expect(leftOut).toEqual(omissions);
    expect(counts).toMatchObject({ textsLeftOut: 1 });
    expect(await textOf(packId)).not.toContain(NAME);
  });

  it('sends a pack that was under way back to be built again without it', async () => {
    const { plan, destroy } = await planWithName();
    const packId = await request(plan.planId);
    const late = ctxWithStore(harness, {
      async put(bytes, options) {
        const answer = await store.put(bytes, options);
        await destroy();
        return answer;
      },
    });
    await expect(runBuild(late, packId)).rejects.toThrow('built again');
    expect(await lead.packs.get({ packId })).toMatchObject({ state: 'QUEUED', sha256: null });
    await runBuild(ctx(), packId);
    expect(await textOf(packId)).not.toContain(NAME);
  });
});

/** An update that names a child, and how two people destroy it. */
async function planWithName() {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const update = await db.progressUpdate.create({
    data: {
      actionId: action.id,
      authorId: people.manager.userId,
      whatHappened: `We met ${NAME}.`,
      difference: '',
      inTheWay: '',
      next: '',
      rag: 'AMBER',
      ragReason: 'Waiting',
      percentComplete: 20,
      createdAt: new Date('2026-03-10T09:00:00Z'),
    },
    select: { id: true },
  });
  const destroy = async () => {
    const { redactionId } = await lead.redactions.request({
      entity: 'PROGRESS_UPDATE',
      entityId: update.id,
      reason: 'A child is named.',
      idempotencyKey: newId(),
    });
    const decision = { redactionId, version: 1, approve: true, note: 'Read it: a child is named.' };
    await callerAs(people.verifier).redactions.decide(decision);
  };
  return { plan, destroy };
}

async function textOf(packId: string): Promise<string> {
  return (await openPack((await download(harness, packId)).bytes, fromBufferPromise)).everything();
}
