import type { PositionOut } from '@gt/contracts/schemas';
import { expect, test } from 'vitest';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { expectLists } from './figures-in.fixture.ts';

const harness = await startHarness();
const { db, people, posts, callerAs } = harness;
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
const position = (plan: PlanFixture) => callerAs(people.viewer).dashboard.position({ planId: plan.planId });
const values = ({ totals }: PositionOut) =>
  Object.fromEntries(Object.entries(totals).map(([key, { value }]) => [key, value]));

test('a plan without actions says so of every recommendation', async () => {
  const plan = await harness.makePlan();
  const found = await position(plan);
  expect(values(found)).toMatchObject({ actions: 0, overdue: 0, withoutEvidence: 0 });
  expect(found.sentences[0]).toBe('On 12 March 2026, 0 of 2 recommendations are on track or embedded.');
  expect(found.previous).toBeNull();
  expect(found.attention.map(({ kind, reference }) => [kind, reference])).toEqual([
    ['NO_ACTION', 'R1'],
    ['NO_ACTION', 'R2'],
  ]);
});

test('overdue, due soon, silent, without evidence and waiting are counted by the rules, worst first in the list', async () => {
  const plan = await harness.makePlan();
  const owner = {
    ownerPostId: posts.fosteringOfficer,
    status: 'IN_PROGRESS',
    lastUpdateAt: new Date('2026-03-10T09:00:00Z'),
  };
  const onTime = { ...owner, declaredRag: 'GREEN' };
  await harness.makeAction(plan, {
    ...owner,
    declaredRag: 'RED',
    dueDate: day('2026-03-06'),
    originalDueDate: day('2026-01-31'),
  });
  const soon = await harness.makeAction(plan, {
    ...onTime,
    dueDate: day('2026-03-26'),
    originalDueDate: day('2026-03-26'),
  });
  await harness.makeAction(plan, {
    ...onTime,
    declaredRag: 'AMBER',
    lastUpdateAt: new Date('2026-02-20T09:00:00Z'),
  });
  await harness.makeAction(plan, {
    ...onTime,
    dueDate: day('2026-05-01'),
    originalDueDate: day('2026-02-01'),
  });
  await harness.makeAction(plan, { ...onTime, status: 'CANCELLED', dueDate: day('2026-01-01') });
  await harness.makeAction(plan, { ...onTime, status: 'CLOSED', dueDate: day('2026-01-01') });
  const { id: evidenceId } = await db.evidence.create({
    data: {
      planId: plan.planId,
      number: 1,
      title: 'Audit',
      kind: 'AUDIT',
      shows: 'x',
      uploadedById: people.contributor.userId,
      changedById: people.contributor.userId,
      links: {
        create: {
          actionId: soon.id,
          recommendationId: plan.recommendationIds[0] ?? '',
          linkedById: people.lead.userId,
        },
      },
    },
    select: { id: true },
  });
  const found = await position(plan);
  expect(values(found)).toEqual({
    actions: 5,
    open: 4,
    closed: 1,
    cancelled: 1,
    overdue: 1,
    pastOriginal: 2,
    dueIn14Days: 1,
    silent: 1,
    withoutEvidence: 4,
    mismatch: 1,
    red: 1,
    amber: 1,
    green: 2,
    unrated: 0,
    dateAsked: 0,
  });
  expect(found.evidence).toEqual({ known: 1, accepted: 0, expired: 0, submitted: 1 });
  expect(found.recommendations[0]).toMatchObject({
    reference: 'R1',
    colour: 'RED',
    calculated: 'RED',
    was: null,
    why: { reference: 'R1.A1' },
    delivery: { done: 'SOME', impact: 'PARTLY', doneWords: '1 of 5 actions closed' },
  });
  await expectLists(callerAs(people.viewer), found);
  expect(found.attention.map(({ kind, reference }) => [kind, reference])).toEqual([
    ['OVERDUE', 'R1.A1'],
    ['RAG_MISMATCH', 'R1.A4'],
    ['SILENT', 'R1.A3'],
    ['NO_ACTION', 'R2'],
  ]);
  expect(found.attention[0]?.words).toBe('6 days overdue, 40 days past its original date');
  await db.evidence.update({ where: { id: evidenceId }, data: { state: 'RETURNED' } });
  const later = await position(plan);
  expect(later.attention.map(({ kind }) => kind)).toContain('RETURNED_EVIDENCE');
});

test('at most ten are listed and the rest is counted', async () => {
  const plan = await harness.makePlan();
  for (let index = 0; index < 12; index += 1) {
    await harness.makeAction(plan, { status: 'IN_PROGRESS', dueDate: day('2026-03-01') });
  }
  const found = await position(plan);
  expect(found.attention).toHaveLength(10);
  expect(found.attentionTotal).toBe(13);
});

test('a partner has no dashboard, and a plan that is not there is not found', async () => {
  const plan = await harness.makePlan();
  await expect(callerAs(people.partner).dashboard.position({ planId: plan.planId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(
    callerAs(people.lead).dashboard.position({ planId: '00000000-0000-7000-8000-000000000000' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('measures are counted by where they go; those moving away or late are named, and lead to their page', async () => {
  const plan = await harness.makePlan();
  const lead = callerAs(people.lead);
  const make = async (name: string, figures: [date: string, value: number][]) => {
    const { id } = await lead.measures.create({
      recommendationId: plan.recommendationIds[0] ?? '',
      name,
      definition: '',
      unit: '%',
      direction: 'HIGHER_IS_BETTER',
      baseline: null,
      baselineDate: null,
      target: 90,
      targetDate: null,
      frequency: 'MONTHLY',
      ownerPostId: null,
      idempotencyKey: `${plan.planId}-${name}`,
    });
    for (const [date, value] of figures) {
      await lead.measures.addPoint({ measureId: id, date, value, idempotencyKey: `${id}-${date}` });
    }
    return id;
  };
  const away = await make('Visits', [
    ['2026-01-31', 80],
    ['2026-02-28', 60],
  ]);
  await make('Plans', [
    ['2025-10-31', 60],
    ['2025-11-30', 70],
  ]);
  await make('Reviews', [['2026-02-28', 91]]);
  const found = await position(plan);
  expect(found.measures).toMatchObject({ total: 3, towards: 1, away: 1, noFigures: 1, met: 1, late: 1 });
  expect(
    found.measures.exceptions.map(({ kind, reference, measureId }) => [kind, reference, measureId]),
  ).toEqual([
    ['MEASURE_AWAY', 'M1', away],
    ['MEASURE_LATE', 'M2', expect.any(String)],
  ]);
  expect(found.attention.filter(({ measureId }) => measureId !== null)).toHaveLength(2);
  expect(found.recommendations.find(({ reference }) => reference === 'R1')?.thread.knots[3]?.words).toBe(
    '1 of 3 measures moving towards target',
  );
});
