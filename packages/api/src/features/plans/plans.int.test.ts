import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { startHarness } from '../../testing/harness.ts';
import { aPlanContent } from './plan-content.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs } = harness;
const lead = callerAs(people.lead);
const key = () => crypto.randomUUID();

test('a plan entered by hand has its inspection, recommendations, paragraphs and a clock of 70 working days', async () => {
  const { planId } = await lead.plans.create({ ...aPlanContent(), idempotencyKey: key() });
  const plan = await lead.plans.get({ planId });
  expect(plan).toMatchObject({ name: 'Northmoor ILACS 2025', councilName: 'Northmoor City Council' });
  expect(plan.inspections[0]?.judgements).toEqual([{ area: 'impact_of_leaders', grade: 'GOOD', page: 1 }]);
  expect(plan.clocks).toMatchObject([
    { workingDays: 70, receivedDate: '2026-01-20', dueDate: '2026-04-30', state: 'RUNNING' },
  ]);
  expect(plan.clocks[0]?.stateText).toBe('Action plan due in 33 working days');
  const recommendations = await lead.recommendations.list({ planId });
  expect(recommendations.map(({ reference, quote }) => [reference, quote])).toEqual([
    ['R1', 'The effectiveness of the fostering service.'],
    ['R2', 'The focus on every permanence option for children.'],
  ]);
  const first = await lead.recommendations.get({ recommendationId: recommendations[0]?.id ?? '' });
  expect(first.paragraphs).toMatchObject([
    {
      number: 12,
      page: 6,
      heading: 'Children in care',
      text: 'The fostering service is too small.',
      sharedWords: ['fostering'],
    },
  ]);
  const audit = await db.auditEvent.findMany({ where: { planId }, select: { action: true } });
  expect(audit.map(({ action }) => action).sort()).toEqual([
    'clock.start',
    'inspection.create',
    'plan.create',
    'recommendation.create',
    'recommendation.create',
  ]);
});

test('the same intent twice, at once, begins one plan', async () => {
  const input = { ...aPlanContent(), idempotencyKey: key() };
  const before = await db.plan.count();
  const answers = await Promise.all([
    lead.plans.create(input),
    lead.plans.create(input),
    lead.plans.create(input),
  ]);
  expect(new Set(answers.map(({ planId }) => planId)).size).toBe(1);
  expect(await db.plan.count()).toBe(before + 1);
});

/** No grade where the kind gives none, and its own framework. */
function shapedAs(kind: 'ILACS_STANDARD' | 'FOCUSED_VISIT' | 'PEER_REVIEW') {
  if (kind === 'ILACS_STANDARD') return {};
  return kind === 'PEER_REVIEW' ? { judgements: [], frameworkKey: 'PEER_REVIEW' } : { judgements: [] };
}

test.each([
  ['ILACS_STANDARD', false, [70]],
  ['FOCUSED_VISIT', true, [20, 70]],
  ['FOCUSED_VISIT', false, []],
  ['PEER_REVIEW', false, []],
] as const)('%s with priority action %s starts clocks %j', async (kind, hasAreaForPriorityAction, days) => {
  const content = aPlanContent();
  const { planId } = await lead.plans.create({
    ...content,
    inspection: { ...content.inspection, kind, ...shapedAs(kind) },
    // Filed under no area, where the framework judges none.
    recommendations: content.recommendations.map((item) => ({
      ...item,
      ...(kind === 'PEER_REVIEW' ? { judgementAreas: [] } : {}),
    })),
    hasAreaForPriorityAction,
    idempotencyKey: key(),
  });
  const { clocks } = await lead.plans.get({ planId });
  expect(clocks.map(({ workingDays }) => workingDays)).toEqual(days);
});

test('what cannot be is refused with a sentence beside each field, and nothing is written', async () => {
  const content = aPlanContent();
  const before = await db.plan.count();
  const wrong = {
    ...content,
    plan: { ...content.plan },
    inspection: {
      ...content.inspection,
      receivedDate: '2025-12-11',
      judgements: [{ area: 'overall', grade: 'GOOD' as const, page: null }],
    },
    idempotencyKey: key(),
  };
  await expect(lead.plans.create(wrong)).rejects.toMatchObject({
    cause: {
      code: 'INVALID',
      fields: [
        {
          field: 'inspection.receivedDate',
          message: 'The report cannot have been received before the inspection ended on 12 December 2025',
        },
        { field: 'inspection.judgements.0' },
      ],
    },
  });
  const unread = { ...content, paragraphs: [], idempotencyKey: key() };
  await expect(lead.plans.create(unread)).rejects.toThrow('Paragraph 12 was not read from this report.');
  expect(await db.plan.count()).toBe(before);
});

test('the date of receipt has no default', async () => {
  const content = aPlanContent();
  const inspection = { ...content.inspection, receivedDate: '' };
  await expect(lead.plans.create({ ...content, inspection, idempotencyKey: key() })).rejects.toThrow(
    'Enter the date the council received the report',
  );
});

test('an edit carries the version it read; a stale one gets the row as it is and who changed it', async () => {
  const { planId } = await lead.plans.create({ ...aPlanContent(), idempotencyKey: key() });
  const { plan } = aPlanContent();
  const edited = await lead.plans.edit({ planId, version: 1, ...plan, name: 'Northmoor plan' });
  expect(edited.version).toBe(2);
  await expect(lead.plans.edit({ planId, version: 1, ...plan, name: 'Mine' })).rejects.toMatchObject({
    cause: {
      code: 'CONFLICT',
      current: { version: 2, changedBy: 'Programme Lead', values: { name: 'Northmoor plan' } },
    },
  });
});

test('a partner lists only plans in which they have actions, counts only their own, and opens none', async () => {
  const plan = await harness.makePlan();
  const partner = callerAs(people.partner);
  expect(await partner.plans.list()).toEqual([]);
  await harness.makeAction(plan, { partnerTeamId: harness.teams.police });
  await harness.makeAction(plan);
  expect(await partner.plans.list()).toMatchObject([
    { id: plan.planId, recommendations: 1, actions: 1, clock: null },
  ]);
  await expect(partner.plans.get({ planId: plan.planId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const seen = (await callerAs(people.viewer).plans.list()).find(({ id }) => id === plan.planId);
  expect(seen).toMatchObject({ recommendations: 2, actions: 2, clock: { dueDate: '2026-04-30' } });
});

test('only a programme lead begins or edits a plan', async () => {
  const { manager, contributor, verifier, viewer, administrator, partner } = people;
  for (const person of [manager, contributor, verifier, viewer, administrator, partner]) {
    const caller = callerAs(person);
    await expect(caller.plans.create({ ...aPlanContent(), idempotencyKey: key() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  await expect(callerAs(null).plans.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

test('the clock says when it is overdue', async () => {
  const plan = await harness.makePlan();
  const late = await callerAs(people.lead, isoDate('2026-05-06')).plans.get({ planId: plan.planId });
  expect(late.clocks[0]).toMatchObject({ state: 'OVERDUE', workingDaysLeft: -3 });
});
