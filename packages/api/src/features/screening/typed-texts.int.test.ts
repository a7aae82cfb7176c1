import { beforeEach, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { newId } from '../../core/new-id.ts';
import { type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { download, openPack, runBuild } from '../packs/packs.fixture.ts';

const h = await startHarness();
const { db, people } = h;
const as = (person: Person) => h.callerAs(person);
const NUMBER = '943 476 5919';
const WORDS = `NHS number ${NUMBER} is that of the advice line.`;
const REASON = 'It is printed on every leaflet as an example.';
let plan: PlanFixture;
let actionId = '';

beforeEach(async () => {
  plan = await h.makePlan();
  actionId = (await h.makeAction(plan, { status: 'IN_PROGRESS' })).id;
});

async function anUpdate(more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await db.progressUpdate.create({
    data: {
      ...{ actionId, authorId: people.manager.userId, rag: 'AMBER', percentComplete: 20 },
      ...{ whatHappened: WORDS, difference: '', inTheWay: '', next: '', ragReason: '' },
      createdAt: new Date('2026-03-11T10:00:00Z'),
      ...more,
    },
    select: { id: true },
  });
  return id;
}

const textsOf = async (person = people.verifier) =>
  (await as(person).screening.texts({ planId: plan.planId })).rows;

async function allow(person = people.verifier, more: Record<string, unknown> = {}) {
  const [text] = await textsOf();
  if (!text) throw new Error('nothing found');
  const { entity, entityId, field, sha256 } = text;
  const input = { planId: plan.planId, entity, entityId, field, sha256, reason: REASON };
  return as(person).screening.allowText({ ...input, idempotencyKey: newId(), ...more });
}

async function packOf(audience: 'INSPECTOR' | 'PUBLIC' = 'INSPECTOR') {
  const lead = as(people.lead);
  const { packId } = await lead.packs.build({ planId: plan.planId, audience, idempotencyKey: newId() });
  await runBuild(h.ctxAs(people.lead), packId);
  const { omissions } = await lead.packs.get({ packId });
  const { everything } = await openPack((await download(h, packId)).bytes, fromBufferPromise);
  return { everything: everything(), left: omissions.filter(({ code }) => code === 'UNJUSTIFIED') };
}

describe('typed words with a finding', () => {
  it('of every record that a pack prints are told, masked, with the place where they are mended', async () => {
    const [recommendationId = ''] = plan.recommendationIds;
    await anUpdate();
    await db.action.update({ where: { id: actionId }, data: { detail: WORDS }, select: { id: true } });
    await db.dateRevision.create({
      data: { actionId, fromDate: null, reason: WORDS, changedById: people.lead.userId },
      select: { id: true },
    });
    await db.recommendation.update({
      where: { id: recommendationId },
      data: { closureTest: WORDS },
      select: { id: true },
    });
    const by = { createdById: people.lead.userId, changedById: people.lead.userId };
    await db.measure.create({
      data: {
        ...{ planId: plan.planId, recommendationId, number: 4, name: 'Visits', definition: WORDS, ...by },
        ...{ direction: 'HIGHER_IS_BETTER', frequency: 'MONTHLY' },
      },
      select: { id: true },
    });
    await db.evidence.create({
      data: {
        ...{ planId: plan.planId, number: 12, title: 'Audit', kind: 'AUDIT', shows: '', difference: WORDS },
        ...{ uploadedById: people.manager.userId, changedById: people.manager.userId },
      },
      select: { id: true },
    });
    const rows = await textsOf();
    expect(rows.map(({ reference, title, place }) => [reference, title, place.kind])).toEqual([
      ['R1.A1', 'Detail', 'ACTION'],
      ['R1.A1', expect.stringMatching(/^Reason for the date moved on /), 'ACTION'],
      ['M4', 'Definition', 'MEASURE'],
      ['R1.A1', 'Progress update of 11 March 2026, what happened', 'ACTION'],
      ['R1', 'Closure test', 'RECOMMENDATION'],
      ['E12', 'The difference for children', 'EVIDENCE'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(NUMBER);
    expect(rows[0]?.findings).toEqual([
      { kind: 'NHS_NUMBER', masked: '94• ••• ••19', why: expect.any(String) },
    ]);
  });

  it('are not told of what was corrected, destroyed or removed', async () => {
    const wrong = await anUpdate();
    await anUpdate({ whatHappened: 'The advice line was seen.', correctsId: wrong });
    await anUpdate({ redactedAt: new Date() });
    await h.makeAction(plan, { detail: WORDS, deletedAt: new Date() });
    expect(await textsOf()).toEqual([]);
  });
});

describe('allowing them for packs', () => {
  it('keeps exactly these words in a pack from then on, with who, why and when on record', async () => {
    const id = await anUpdate();
    expect(await packOf()).toMatchObject({ left: [{ ref: 'R1.A1' }] });
    await allow();
    const [text] = await textsOf();
    expect(text?.allowance).toMatchObject({ reason: REASON, by: 'Quality Assurance Lead, holder 1' });
    const pack = await packOf();
    expect(pack.left).toEqual([]);
    expect(pack.everything).toContain(NUMBER);
    const { entries } = await as(people.lead).actions.history({ actionId });
    expect(entries[0]).toMatchObject({ words: expect.stringMatching(/^allowed words for packs/) });
    // Other words are looked at again.
    await db.progressUpdate.update({
      where: { id },
      data: { whatHappened: `${WORDS} And of him.` },
      select: { id: true },
    });
    expect((await textsOf())[0]?.allowance).toBeNull();
    expect((await packOf()).everything).not.toContain(NUMBER);
  });

  it('leaves them out of a public edition all the same', async () => {
    await anUpdate();
    await allow();
    const pack = await packOf('PUBLIC');
    expect(pack.everything).not.toContain(NUMBER);
    expect(pack.left).toMatchObject([{ ref: 'R1.A1' }]);
  });

  it('is taken back, and packs leave them out again', async () => {
    await anUpdate();
    const { allowanceId } = await allow();
    await as(people.lead).screening.takeBackText({ allowanceId, version: 1 });
    expect((await packOf()).everything).not.toContain(NUMBER);
    const again = await problemOf(as(people.lead).screening.takeBackText({ allowanceId, version: 1 }));
    expect(again.code).toBe('NOT_FOUND');
  });

  it('is nobody’s of their own words, nor without a reason, nor of words that nobody saw', async () => {
    await anUpdate({ authorId: people.verifier.userId });
    expect((await textsOf())[0]?.whyNot).toMatch(/^You wrote these words/);
    expect((await textsOf(people.lead))[0]?.whyNot).toBe('');
    expect((await textsOf(people.viewer))[0]?.whyNot).toBe('A verifier allows words for packs.');
    expect((await problemOf(allow())).code).toBe('NOT_ALLOWED');
    expect(await problemOf(allow(people.lead, { reason: 'Fine.' }))).toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'reason' }],
    });
    expect((await problemOf(allow(people.lead, { sha256: 'a'.repeat(64) }))).code).toBe('CONFLICT');
    expect((await problemOf(allow(people.lead, { field: 'next' }))).code).toBe('NOT_FOUND');
  });

  it('once for each intent, and a second verifier puts theirs in its place', async () => {
    await anUpdate();
    const idempotencyKey = newId();
    const first = await allow(people.verifier, { idempotencyKey });
    expect(await allow(people.verifier, { idempotencyKey })).toEqual(first);
    const second = await allow(people.lead, { reason: 'The line’s own number, as published.' });
    const [text] = await textsOf();
    expect(text?.allowance).toMatchObject({ id: second.allowanceId, by: 'Programme Lead', version: 2 });
    expect(await db.textAllowance.count({ where: { planId: plan.planId } })).toBe(1);
  });
});
