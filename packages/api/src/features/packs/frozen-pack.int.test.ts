import { inTransaction } from '@gt/db';
import { describe, expect, it, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';
import { download, fullPlan, makeEvidence, openPack, runBuild } from './packs.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs } = harness;
const lead = callerAs(people.lead);
const ctx = () => harness.ctxAs(people.lead);
type Asked = Partial<Parameters<typeof lead.packs.build>[0]>;

async function build(planId: string, asked: Asked = {}): Promise<string> {
  const { packId } = await lead.packs.build({ planId, idempotencyKey: newId(), ...asked });
  await runBuild(ctx(), packId);
  return packId;
}
const opened = async (packId: string) => openPack((await download(harness, packId)).bytes, fromBufferPromise);

test('what a pack says is frozen when it is asked for: built later, and twice, it has the same bytes', async () => {
  const { plan, action } = await fullPlan(harness);
  const { packId } = await lead.packs.build({ planId: plan.planId, idempotencyKey: newId() });
  const { contentSha256 } = await lead.packs.get({ packId });
  expect(contentSha256).toMatch(/^[0-9a-f]{64}$/);
  await db.action.update({
    where: { id: action.id },
    data: { title: 'Changed since' },
    select: { id: true },
  });
  await makeEvidence(harness, plan, { bytes: 'came since' });
  await runBuild(ctx(), packId);
  const first = await lead.packs.get({ packId });
  expect(first.counts?.evidenceInScope).toBe(7);
  expect((await opened(packId)).text('index.html')).not.toContain('Changed since');

  await db.pack.update({
    where: { id: packId },
    data: { state: 'QUEUED', sha256: null },
    select: { id: true },
  });
  await runBuild(ctx(), packId);
  const second = await lead.packs.get({ packId });
  expect([second.sha256, second.contentSha256]).toEqual([first.sha256, contentSha256]);
});

test('content that was changed in the database is put together anew, never printed', async () => {
  const { plan } = await fullPlan(harness);
  const { packId } = await lead.packs.build({ planId: plan.planId, idempotencyKey: newId() });
  await db.pack.update({
    where: { id: packId },
    data: { content: Buffer.from('forged') },
    select: { id: true },
  });
  await runBuild(ctx(), packId);
  expect((await lead.packs.get({ packId })).counts).toMatchObject({ evidenceInScope: 7 });
});

describe('which day it tells of', () => {
  it('tells of nothing that came after the last day, and names it as left out', async () => {
    const { plan } = await fullPlan(harness);
    await makeEvidence(harness, plan, { bytes: 'old' });
    await db.evidenceVersion.updateMany({
      where: { evidence: { planId: plan.planId, number: 8 } },
      data: { uploadedAt: new Date('2026-02-20T10:00:00Z') },
    });
    const packId = await build(plan.planId, { cutOff: '2026-02-28' });
    const { omissions, counts, cutOff } = await lead.packs.get({ packId });
    expect(cutOff).toBe('2026-02-28');
    expect(counts).toMatchObject({ evidenceInScope: 8, evidenceIncluded: 1, updates: 0, actions: 0 });
    const beyond = omissions.filter(({ code }) => code === 'BEYOND_CUT_OFF').map(({ ref }) => ref);
    expect(beyond).toEqual(['E1', 'E2', 'E3', 'E4', 'E7', 'R1.A1']);
    const pack = await opened(packId);
    expect(pack.text('index.html')).toContain('up to 28 February 2026');
    expect(pack.text('OMISSIONS.csv')).toContain('Beyond the cut-off');
  });

  it('takes dates, status and colours from a frozen review', async () => {
    const { plan, action } = await fullPlan(harness);
    const review = await db.review.create({
      data: { planId: plan.planId, number: 1, heldOn: new Date('2026-03-12'), state: 'FROZEN' },
      select: { id: true },
    });
    const of = { planId: plan.planId, cause: 'REVIEW' as const, reviewId: review.id, reviewNumber: 1 };
    const scope = guard(ctx(), 'pack.build');
    await inTransaction(db, (tx) => takeSnapshot(tx, scope, of));
    await db.action.update({
      where: { id: action.id },
      data: { declaredRag: 'RED', ragReason: 'Since then', dueDate: new Date('2027-01-31') },
      select: { id: true },
    });
    const packId = await build(plan.planId, { reviewId: review.id });
    expect(await lead.packs.get({ packId })).toMatchObject({ reviewNumber: 1, cutOff: null });
    const html = (await opened(packId)).text('index.html');
    expect(html).toContain('when review 1 was frozen on 12 March 2026');
    expect(html).not.toContain('Since then');
    expect(html).not.toContain('31 January 2027');
  });

  it('refuses a day to come, a day and a review at once, and a review that is not frozen', async () => {
    const { planId } = await harness.makePlan();
    const review = await db.review.create({
      data: { planId, number: 1, heldOn: new Date('2026-03-12') },
      select: { id: true },
    });
    const ask = async (asked: Asked) =>
      problemOf(lead.packs.build({ planId, idempotencyKey: newId(), ...asked }));
    expect((await ask({ cutOff: '2026-03-13' })).message).toBe(
      'The last day cannot lie ahead. Choose 12 March 2026 or earlier.',
    );
    expect((await ask({ cutOff: '2026-03-01', reviewId: review.id })).message).toContain('not both');
    expect((await ask({ reviewId: review.id })).message).toContain('has not been frozen');
  });
});

describe('what screening says', () => {
  it('leaves out what was not screened or not justified, and tells of the rest what was found', async () => {
    const { plan } = await fullPlan(harness);
    const found = { rules: 1, outcome: 'FOUND', findings: [], total: 2, likely: 1, notices: [], unread: [] };
    await makeEvidence(harness, plan, { bytes: 'unscreened', screenings: [] });
    await makeEvidence(harness, plan, { bytes: 'unjustified', screenings: [found] });
    await makeEvidence(harness, plan, { bytes: 'allowed', screenings: [{ ...found, answer: 'ALLOWED' }] });
    const packId = await build(plan.planId);
    const { omissions } = await lead.packs.get({ packId });
    expect(omissions.map(({ ref, code }) => [ref, code]).slice(-2)).toEqual([
      ['E8', 'UNSCREENED'],
      ['E9', 'UNJUSTIFIED'],
    ]);
    const { manifest } = await opened(packId);
    const said = manifest.files
      .filter(({ evidence }) => evidence)
      .map((file) => [file.evidence, file.screening]);
    expect(said).toContainEqual(['E10', 'ALLOWED']);
    expect(said).toContainEqual(['E1', 'NOTHING_FOUND']);
  });

  it('leaves out typed words that may say who a child is', async () => {
    const { plan, action } = await fullPlan(harness);
    await db.progressUpdate.create({
      data: {
        actionId: action.id,
        authorId: people.manager.userId,
        whatHappened: 'Seen again, NHS number 943 476 5919.',
        difference: 'Settled.',
        inTheWay: '',
        next: '',
        rag: 'AMBER',
        ragReason: '',
        percentComplete: 50,
        createdAt: new Date('2026-03-11T10:00:00Z'),
      },
      select: { id: true },
    });
    const packId = await build(plan.planId, { coverNote: 'Ask about 943 476 5919 (NHS).' });
    const { omissions } = await lead.packs.get({ packId });
    expect(omissions.filter(({ what }) => what === 'TEXT').map(({ ref, title }) => [ref, title])).toEqual([
      ['Pack', 'Cover note'],
      ['R1.A1', 'Progress update of 2026-03-11'],
    ]);
    const all = (await opened(packId)).everything();
    expect(all).not.toContain('943 476');
    expect(all).toContain('Settled.');
  });
});

test('says what evidence shows is different for children, and leaves it out where it may name a child', async () => {
  const { plan } = await fullPlan(harness);
  const said = { showsImpact: true, difference: 'Brothers and sisters are placed together.' };
  await makeEvidence(harness, plan, { bytes: 'together', ...said });
  await makeEvidence(harness, plan, { bytes: 'named', ...said, difference: 'NHS 943 476 5919 is settled.' });
  const packId = await build(plan.planId);
  const pack = await opened(packId);
  expect(pack.text('index.html')).toContain(said.difference);
  expect(pack.text('evidence.csv')).toContain(said.difference);
  expect(pack.everything()).not.toContain('943 476');
  const { omissions } = await lead.packs.get({ packId });
  expect(omissions).toContainEqual(
    expect.objectContaining({ ref: 'E9', code: 'UNJUSTIFIED', title: 'Words about the evidence' }),
  );
});

test('a public edition names nobody and holds no files', async () => {
  const { plan } = await fullPlan(harness);
  const packId = await build(plan.planId, { audience: 'PUBLIC' });
  const { omissions, counts } = await lead.packs.get({ packId });
  expect(counts).toMatchObject({ evidenceIncluded: 0, evidenceLeftOut: 7 });
  expect(omissions.filter(({ code }) => code === 'PUBLIC_EDITION').map(({ ref }) => ref)).toEqual([
    'E1',
    'E2',
    'E7',
  ]);
  const pack = await opened(packId);
  expect(pack.everything()).not.toContain(people.manager.userName);
  expect(pack.everything()).toContain('Head of Fostering');
});

test('a pack that lacks a file says PARTIAL wherever it is read', async () => {
  const { plan, accepted } = await fullPlan(harness);
  const { packId } = await lead.packs.build({ planId: plan.planId, idempotencyKey: newId() });
  await harness.store.remove(accepted.sha256);
  await runBuild(ctx(), packId);
  const row = await lead.packs.get({ packId });
  expect(row).toMatchObject({ state: 'READY', isPartial: true });
  expect(row.fileName).toMatch(/^PARTIAL evidence pack/);
  const pack = await opened(packId);
  for (const part of ['index.html', 'READ ME.txt']) expect(pack.text(part)).toContain('PARTIAL: 1 file');
  expect(pack.manifest.partial).toEqual(['E1']);
});
