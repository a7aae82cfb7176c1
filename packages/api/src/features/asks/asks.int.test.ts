import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { addProof } from '../readiness/proof.fixture.ts';
import { watchReadiness } from '../readiness/watch-readiness.ts';

const harness = await startHarness();
const { callerAs, db, people, posts } = harness;
const lead = callerAs(people.lead);
const officer = callerAs(people.contributor);

async function aPlan() {
  const plan = await harness.makePlan();
  const [recommendationId = ''] = plan.recommendationIds;
  const action = await harness.makeAction(plan, {
    recommendationId,
    teamId: harness.teams.fostering,
    ownerPostId: posts.fosteringOfficer,
  });
  return { plan, recommendationId, actionId: action.id };
}
const asking = (recommendationId: string, more = {}) => ({
  recommendationId,
  actionId: null,
  postId: posts.fosteringOfficer,
  text: 'The audit of March, with what children said.',
  dueDate: isoDate('2026-03-20'),
  idempotencyKey: newId(),
  ...more,
});
const inbox = (kind: 'EVIDENCE_ASKED' | 'ASK_ANSWERED' | 'ASK_OVERDUE', userId: string, sourceId: string) =>
  db.notification.count({ where: { kind, userId, sourceId } });

test('asked, told, brought, and told back', async () => {
  const { plan, recommendationId, actionId } = await aPlan();
  const input = asking(recommendationId);
  const { askId } = await lead.asks.create(input);
  // The same intent twice asks once.
  expect((await lead.asks.create(input)).askId).toBe(askId);
  expect(await inbox('EVIDENCE_ASKED', people.contributor.userId, askId)).toBe(1);
  expect((await officer.notifications.list({})).rows[0]).toMatchObject({ kind: 'EVIDENCE_ASKED', askId });
  expect((await officer.asks.mine()).map(({ id }) => id)).toContain(askId);
  expect((await callerAs(people.otherManager).asks.mine()).map(({ id }) => id)).not.toContain(askId);
  const before = await officer.asks.get({ askId });
  expect(before).toMatchObject({
    dueWords: 'Due in 8 days',
    mayAnswer: true,
    mayWithdraw: false,
    candidates: [],
  });
  expect(before.targets).toMatchObject([{ entityType: 'ACTION', id: actionId }]);
  const { id: evidenceId } = await addProof(
    harness,
    plan,
    { recommendationId, actionId },
    { state: 'SUBMITTED' },
  );
  const { recommendations } = await lead.readiness.get({ planId: plan.planId });
  expect(recommendations[0]?.asks).toMatchObject([{ id: askId, post: 'Fostering Officer', overdue: false }]);
  await officer.asks.answer({ askId, version: 1, evidenceId, note: 'As asked.' });
  expect(await inbox('ASK_ANSWERED', people.lead.userId, askId)).toBe(1);
  expect(await lead.asks.list({ planId: plan.planId })).toMatchObject({
    open: 0,
    total: 1,
    asks: [{ state: 'DONE', evidence: { reference: 'E1' }, settledNote: 'As asked.' }],
  });
  expect((await problemOf(officer.asks.answer({ askId, version: 2, evidenceId, note: '' }))).code).toBe(
    'RULE',
  );
});

test('only evidence of what was asked about answers it', async () => {
  const { plan, recommendationId, actionId } = await aPlan();
  const { askId } = await lead.asks.create(asking(recommendationId));
  const other = await addProof(harness, plan, { recommendationId: plan.recommendationIds[1] ?? '' });
  const returned = await addProof(harness, plan, { recommendationId, actionId }, { state: 'RETURNED' });
  for (const { id } of [other, returned]) {
    const problem = await problemOf(officer.asks.answer({ askId, version: 1, evidenceId: id, note: '' }));
    expect(problem.fields?.[0]?.field).toBe('evidenceId');
  }
});

test('a partner agency is asked of its own actions, and sees no other', async () => {
  const { recommendationId, actionId } = await aPlan();
  const post = await db.post.create({
    data: { title: 'Police Partnership Lead', teamId: harness.teams.police },
    select: { id: true },
  });
  const partner = callerAs(people.partner);
  const input = asking(recommendationId, { postId: post.id, actionId });
  expect((await problemOf(lead.asks.create(input))).fields?.[0]?.field).toBe('actionId');
  await db.action.update({
    where: { id: actionId },
    data: { partnerTeamId: harness.teams.police },
    select: { id: true },
  });
  const { askId } = await lead.asks.create({ ...input, idempotencyKey: newId() });
  expect(await partner.asks.get({ askId })).toMatchObject({ mayAnswer: true });
  await db.action.update({ where: { id: actionId }, data: { partnerTeamId: null }, select: { id: true } });
  expect((await problemOf(partner.asks.get({ askId }))).code).toBe('NOT_FOUND');
  expect(await partner.asks.mine()).toEqual([]);
});

test('late, it is told once, and stands until it is taken back', async () => {
  const { plan, recommendationId } = await aPlan();
  const { askId } = await lead.asks.create(asking(recommendationId));
  const watch = (day: string) =>
    watchReadiness(harness.ctxAs(null, isoDate(day)), {}, new AbortController().signal);
  await watch('2026-03-20');
  expect(await inbox('ASK_OVERDUE', people.contributor.userId, askId)).toBe(0);
  await watch('2026-03-21');
  await watch('2026-03-22');
  expect(await inbox('ASK_OVERDUE', people.contributor.userId, askId)).toBe(1);
  const late = callerAs(people.lead, isoDate('2026-03-22'));
  expect(await late.asks.list({ planId: plan.planId })).toMatchObject({
    overdue: 1,
    asks: [{ dueWords: '2 days overdue', overdue: true }],
  });
  expect((await problemOf(late.asks.withdraw({ askId, version: 1, reason: 'no' }))).code).toBe('INVALID');
  await late.asks.withdraw({ askId, version: 1, reason: 'The audit was not held.' });
  expect(await late.asks.list({ planId: plan.planId, state: 'OPEN' })).toMatchObject({ total: 0, asks: [] });
});

test('what is asked for is on the agenda of the next review', async () => {
  const { plan, recommendationId, actionId } = await aPlan();
  await lead.asks.create(asking(recommendationId));
  const { loadAgendaFacts } = await import('../reviews/agenda-facts.ts');
  const { guard } = await import('../../core/guard.ts');
  const ctx = harness.ctxAs(people.lead);
  const of = { planId: plan.planId, recommendationId: null, teamId: null };
  const rest = { since: new Date('2026-03-11'), addedIds: [], ragsBefore: new Map() };
  const facts = await loadAgendaFacts(db, guard(ctx, 'review.read'), of, rest);
  expect(facts.filter(({ isAsked }) => isAsked).map(({ id }) => id)).toEqual([actionId]);
});
