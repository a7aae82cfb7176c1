import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  const recruit = await h.makeAction(plan, {
    title: 'Recruit twelve mainstream foster carers',
    detail: 'With the court and its officers, in under_score',
    successMeasure: 'Seventy per cent of children within ten miles',
  });
  const train = await h.makeAction(plan, { title: 'Train panel members', teamId: h.teams.police });
  await h.makeAction(plan, { title: '100% of visits on time; don’t wait', teamId: h.teams.police });
  await say(recruit.id, { whatHappened: 'The recruitment campaign began at the library.' });
  await say(train.id, { inTheWay: 'Medical reports take five weeks.' });
  await prove(recruit.id, { title: 'Audit of matching', shows: 'Supervision monthly in 27 of 30 files' });
});

async function say(actionId: string, words: Record<string, string>) {
  const text = { whatHappened: '', difference: '', inTheWay: '', next: '', ragReason: '', ...words };
  await h.db.progressUpdate.create({
    data: { actionId, authorId: h.people.lead.userId, rag: 'GREEN', percentComplete: 10, ...text },
    select: { id: true },
  });
}

async function prove(actionId: string, words: { title: string; shows: string }) {
  const by = { uploadedById: h.people.lead.userId, changedById: h.people.lead.userId };
  const item = await h.db.evidence.create({
    data: { planId: plan.planId, number: 1, kind: 'AUDIT', ...by, ...words },
    select: { id: true },
  });
  const link = { recommendationId: plan.recommendationIds[0] ?? '', linkedById: h.people.lead.userId };
  await h.db.evidenceLink.create({ data: { evidenceId: item.id, actionId, ...link }, select: { id: true } });
}

async function found(q: string, person: Person = h.people.lead): Promise<string[]> {
  const { rows } = await h.callerAs(person).actions.list({ planId: plan.planId, filter: { q } });
  return rows.map(({ reference }) => reference);
}

describe('words', () => {
  it.each([
    ['the title', 'foster carers', ['R1.A1']],
    ['in another form', 'recruiting carer', ['R1.A1']],
    ['as far as typed', 'mainstr', ['R1.A1']],
    ['as far as typed, beyond the stem', 'recruitm', ['R1.A1']],
    ['the detail', 'court officers', ['R1.A1']],
    ['the success measure', 'seventy miles', ['R1.A1']],
    ['an update', 'library', ['R1.A1']],
    ['what is in the way', 'medical reports', ['R1.A2']],
    ['the evidence’s title', 'audit', ['R1.A1']],
    ['what the evidence shows', 'supervision', ['R1.A1']],
    ['spread over title, update and evidence', 'twelve library supervision', ['R1.A1']],
    ['that do not all occur', 'library panel', []],
    ['that mean little by themselves', 'the', ['R1.A1']],
    ['with a sign', '100%', ['R1.A3']],
    ['with an apostrophe', 'don’t', ['R1.A3']],
    ['joined', 'under_score', ['R1.A1']],
    ['a whole reference', 'r1.a2', ['R1.A2']],
    ['a piece of a reference', 'R1.A', ['R1.A1', 'R1.A2', 'R1.A3']],
    ['another piece', 'a3', ['R1.A3']],
    ['nothing but blanks', '   ', ['R1.A1', 'R1.A2', 'R1.A3']],
  ])('of %s', async (_, q, references) => {
    expect(await found(q)).toEqual(references);
  });

  it.each([
    "'; DROP TABLE action; --",
    "%' OR '1'='1",
    '\\',
    '$9',
    '"',
    '!!',
    '& | ! ( ) :* <->',
    "a' & 'b",
    'x:*',
    'foo\u0000bar',
    '\ud800',
    'ا لعربية',
    'word '.repeat(39),
  ])('written to break it find nothing: %s', async (q) => {
    expect(await found(q)).toEqual([]);
    expect(await h.db.action.count()).toBe(3);
  });

  it('too many are refused with a sentence', async () => {
    await expect(found('x'.repeat(201))).rejects.toThrow(/Search for fewer words/);
  });
});

describe('who finds what', () => {
  it('a partner finds words of their own actions and of no others', async () => {
    const { partner } = h.people;
    expect(await found('panel', partner)).toEqual(['R1.A2']);
    expect(await found('medical', partner)).toEqual(['R1.A2']);
    for (const q of ['carers', 'library', 'supervision', 'R1.A1', 'court']) {
      expect(await found(q, partner)).toEqual([]);
    }
  });

  it('a former reference leads to the action that bore it', async () => {
    const moved = await h.makeAction(plan, { recommendationId: plan.recommendationIds[1] ?? '' });
    await h.db.formerReference.create({
      data: { recommendationId: plan.recommendationIds[0] ?? '', number: 77, actionId: moved.id },
      select: { actionId: true },
    });
    expect(await found('R1.A77')).toEqual(['R2.A1']);
    expect(await found('R1.A77', h.people.partner)).toEqual([]);
    await h.db.formerReference.deleteMany({ where: { actionId: moved.id } });
    await h.db.action.delete({ where: { id: moved.id }, select: { id: true } });
  });

  it('words that were destroyed are found no more', async () => {
    const gone = await h.makeAction(plan, { title: 'Zebra crossing', id: newId() });
    expect(await found('zebra')).toHaveLength(1);
    await h.db.action.update({ where: { id: gone.id }, data: { title: '' }, select: { id: true } });
    expect(await found('zebra')).toEqual([]);
    await h.db.action.delete({ where: { id: gone.id }, select: { id: true } });
  });
});
