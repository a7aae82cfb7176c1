import { expect, test } from 'vitest';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { db, people, posts, callerAs } = harness;
const lead = callerAs(people.lead);
const key = () => crypto.randomUUID();
const first = (plan: PlanFixture) => plan.recommendationIds[0] ?? '';

async function makeEvidence(
  plan: PlanFixture,
  number: number,
  actionIds: string[],
  more: Record<string, unknown> = {},
) {
  const { id } = await db.evidence.create({
    data: {
      planId: plan.planId,
      number,
      title: `Audit ${number}`,
      kind: 'AUDIT',
      shows: 'Carers were matched in time.',
      uploadedById: people.contributor.userId,
      changedById: people.contributor.userId,
      createdAt: new Date('2026-03-02T09:00:00Z'),
      ...more,
    },
    select: { id: true },
  });
  for (const actionId of actionIds) {
    await db.evidenceLink.create({
      data: {
        evidenceId: id,
        actionId,
        recommendationId: first(plan),
        linkedById: people.contributor.userId,
      },
      select: { id: true },
    });
  }
}

test('the page names the holder of the lead post, every action and each item of evidence once, and what is missing', async () => {
  const plan = await harness.makePlan();
  const one = await harness.makeAction(plan, { ownerPostId: posts.fosteringOfficer, status: 'IN_PROGRESS' });
  const two = await harness.makeAction(plan, { status: 'CANCELLED' });
  await makeEvidence(plan, 1, [one.id, two.id], { state: 'ACCEPTED', showsImpact: true });
  await makeEvidence(plan, 2, [one.id]);
  const page = await lead.recommendations.get({ recommendationId: first(plan) });
  expect(page.leadPost).toEqual({
    id: posts.headOfFostering,
    title: 'Head of Fostering',
    holder: 'Head of Fostering, holder 1',
  });
  expect(page.actions.map(({ reference, owner, status }) => [reference, owner, status])).toEqual([
    ['R1.A1', 'Fostering Officer', 'IN_PROGRESS'],
    ['R1.A2', null, 'CANCELLED'],
  ]);
  expect(page.evidence.map(({ reference, actionReferences }) => [reference, actionReferences])).toEqual([
    ['E1', ['R1.A1', 'R1.A2']],
    ['E2', ['R1.A1']],
  ]);
  expect(page.evidenceAnswer.ok).toBe(false);
  expect(page.evidenceAnswer.missing.map(({ code }) => code)).toEqual(['NOT_VERIFIED', 'TOO_FEW_KINDS']);
  expect(page.thread.knots.map(({ state }) => state)).toEqual(['WHOLE', 'WHOLE', 'PARTIAL', 'PARTIAL']);
});

test('the list gives each recommendation its thread in four statements, however many there are', async () => {
  const plan = await harness.makePlan();
  await harness.makeAction(plan, {
    dueDate: new Date('2026-03-11'),
    originalDueDate: new Date('2026-03-11'),
    ownerPostId: posts.fosteringOfficer,
  });
  const rows = await lead.recommendations.list({ planId: plan.planId });
  expect(rows).toMatchObject([
    { reference: 'R1', actions: 1, closedActions: 0, overdueActions: 1, evidence: 0 },
    { reference: 'R2', actions: 0, thread: { whole: 1, words: '1 of 4: no action' } },
  ]);
});

test('an edit needs the version it read, a post in use, and a test within bounds', async () => {
  const plan = await harness.makePlan();
  const facts = {
    recommendationId: first(plan),
    leadPostId: posts.headOfPermanence,
    goodLooksLike: 'Every child is matched within 20 days.',
    closureTest: 'Two audits in a row find it so.',
    judgementAreas: ['children_in_care'],
    minEvidenceKinds: 3,
    newestWithinDays: 60,
    requireImpact: true,
  };
  await lead.recommendations.edit({ ...facts, version: 1 });
  const page = await lead.recommendations.get({ recommendationId: first(plan) });
  expect(page).toMatchObject({
    version: 2,
    closureTest: facts.closureTest,
    leadPost: { title: 'Head of Permanence' },
  });
  await expect(
    lead.recommendations.edit({ ...facts, closureTest: 'Mine', version: 1 }),
  ).rejects.toMatchObject({
    cause: { code: 'CONFLICT', current: { version: 2, values: { closureTest: facts.closureTest } } },
  });
  await expect(lead.recommendations.edit({ ...facts, minEvidenceKinds: 8, version: 2 })).rejects.toThrow(
    'Kinds of evidence must be a whole number from 1 to 7',
  );
  await db.post.update({ where: { id: posts.headOfFostering }, data: { archivedAt: new Date() } });
  await expect(
    lead.recommendations.edit({ ...facts, leadPostId: posts.headOfFostering, version: 2 }),
  ).rejects.toThrow('Choose a post that is in use.');
  await db.post.update({ where: { id: posts.headOfFostering }, data: { archivedAt: null } });
});

test('one added by hand takes the next number, once per intent', async () => {
  const plan = await harness.makePlan();
  const draft = {
    planId: plan.planId,
    quote: 'The timeliness of initial health assessments.',
    leadIn: null,
    page: null,
    judgementAreas: [],
    frameworkRefs: [],
    idempotencyKey: key(),
  };
  const added = await lead.recommendations.add(draft);
  expect(added.reference).toBe('R3');
  expect(await lead.recommendations.add(draft)).toEqual(added);
  const parallel = await Promise.all(
    [1, 2, 3].map(() => lead.recommendations.add({ ...draft, idempotencyKey: key() })),
  );
  expect(parallel.map(({ reference }) => reference).sort()).toEqual(['R4', 'R5', 'R6']);
  await expect(lead.recommendations.add({ ...draft, quote: ' ', idempotencyKey: key() })).rejects.toThrow(
    'Enter the words of the recommendation.',
  );
});

test('a manager reads and does not edit; a partner does not read', async () => {
  const plan = await harness.makePlan();
  const manager = callerAs(people.manager);
  expect(await manager.recommendations.list({ planId: plan.planId })).toHaveLength(2);
  const partner = callerAs(people.partner);
  await expect(partner.recommendations.get({ recommendationId: first(plan) })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const draft = {
    planId: plan.planId,
    quote: 'x',
    leadIn: null,
    page: null,
    judgementAreas: [],
    frameworkRefs: [],
  };
  await expect(manager.recommendations.add({ ...draft, idempotencyKey: key() })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
