import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { addProof } from '../readiness/proof.fixture.ts';
import { watchReadiness } from '../readiness/watch-readiness.ts';

const harness = await startHarness();
const { callerAs, db, people } = harness;
const verifier = callerAs(people.verifier);
const answers = {
  done: 'Twelve carers joined and stayed.',
  practice: 'Every visit is planned six weeks ahead.',
  consistent: 'In all three teams since January.',
  difference: 'Children say that they move less often.',
};
const DUE = isoDate('2026-06-12');

async function aRecommendation(status: 'CLOSED' | 'IN_PROGRESS' = 'CLOSED') {
  const plan = await harness.makePlan();
  const [recommendationId = ''] = plan.recommendationIds;
  const action = await harness.makeAction(plan, { recommendationId, status });
  const link = { recommendationId, actionId: action.id };
  const { id: evidenceId } = await addProof(harness, plan, link);
  await addProof(harness, plan, link, { kind: 'DATA' });
  return { plan, recommendationId, evidenceId };
}

async function aClosed() {
  const made = await aRecommendation();
  const { recommendationId } = made;
  await verifier.closure.close({ recommendationId, version: 1, ...answers, idempotencyKey: newId() });
  const standing = await verifier.closure.get({ recommendationId });
  const [first, second] = standing.closures[0]?.checks ?? [];
  if (!first || !second) throw new Error('no checks');
  return { ...made, first, second };
}

test('closes on its test, the four answers and closed actions, and keeps what was said', async () => {
  const { recommendationId } = await aRecommendation();
  const input = { recommendationId, version: 1, ...answers, idempotencyKey: newId() };
  expect((await verifier.closure.get({ recommendationId })).blocks).toEqual([]);
  expect(await verifier.closure.close(input)).toEqual({ recommendationId, status: 'CLOSED' });
  // The same intent twice closes once.
  await verifier.closure.close(input);
  const standing = await verifier.closure.get({ recommendationId });
  expect(standing.status).toBe('CLOSED');
  expect(standing.closures).toHaveLength(1);
  expect(standing.closures[0]).toMatchObject({
    answers,
    evidence: { state: 'SUFFICIENT', words: 'Proved', references: ['E1', 'E2'] },
    closedBy: { name: people.verifier.userName },
  });
  expect(
    standing.closures[0]?.checks.map(({ months, dueDate, dueWords }) => [months, dueDate, dueWords]),
  ).toEqual([
    [3, '2026-06-12', 'Due in 92 days'],
    [6, '2026-09-12', 'Due in 184 days'],
  ]);
  const told = await db.auditEvent.findMany({
    where: { entityId: recommendationId, action: 'recommendation.close' },
    select: { actorName: true },
  });
  expect(told).toHaveLength(1);
});

test('names everything that stands in the way, and its lead does not close it', async () => {
  const { recommendationId, evidenceId } = await aRecommendation('IN_PROGRESS');
  await db.evidence.update({ where: { id: evidenceId }, data: { state: 'SUBMITTED' }, select: { id: true } });
  const close = (who: typeof people.lead) =>
    callerAs(who).closure.close({ recommendationId, version: 1, ...answers, idempotencyKey: newId() });
  const problem = await problemOf(close(people.verifier));
  expect(problem.code).toBe('RULE');
  expect(problem.message).toContain('E1 waits to be checked.');
  expect(problem.message).toContain('R1.A1 is not closed yet.');
  const head = await harness.makeUser('Head of Fostering, holder 2', ['VERIFIER'], {
    postIds: [harness.posts.headOfFostering],
  });
  expect((await problemOf(close(head))).message).toContain('You answer for this recommendation');
  const short = verifier.closure.close({
    recommendationId,
    version: 1,
    ...answers,
    done: 'Yes.',
    idempotencyKey: newId(),
  });
  expect((await problemOf(short)).fields).toEqual([
    { field: 'done', message: 'The answer must be at least 20 characters.' },
  ]);
  expect((await verifier.closure.get({ recommendationId })).closures).toEqual([]);
});

test('of two who close at once one does', async () => {
  const { recommendationId } = await aRecommendation();
  const closes = [people.verifier, people.lead].map((who) =>
    callerAs(who).closure.close({ recommendationId, version: 1, ...answers, idempotencyKey: newId() }),
  );
  const ends = await Promise.allSettled(closes);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db.recommendationClosure.count({ where: { recommendationId } })).toBe(1);
});

test('a check that fails opens it again, and putting the check right closes it as it was', async () => {
  const { recommendationId, first } = await aClosed();
  const closedAt = (await verifier.closure.get({ recommendationId })).closedAt;
  const fails = {
    checkId: first.id,
    version: 1,
    outcome: 'NOT_SUSTAINED',
    note: 'Visits are late in two teams.',
  } as const;
  const later = callerAs(people.verifier, isoDate('2026-04-20'));
  expect(await later.closure.check(fails)).toEqual({ recommendationId, status: 'REOPENED' });
  const opened = await later.closure.get({ recommendationId });
  expect(opened).toMatchObject({ status: 'REOPENED', closedAt: null });
  expect(opened.closures[0]).toMatchObject({
    reopenedReason: fails.note,
    reopenedBy: { name: people.verifier.userName },
  });
  expect((await problemOf(later.closure.check({ ...fails, version: 2 }))).code).toBe('RULE');
  await later.closure.correctCheck({
    checkId: first.id,
    version: 2,
    reason: 'It was the check of another one.',
  });
  const mended = await later.closure.get({ recommendationId });
  expect(mended).toMatchObject({ status: 'CLOSED', closedAt });
  expect(mended.closures[0]).toMatchObject({
    reopenedAt: null,
    checks: [{ state: 'WAITING' }, { state: 'WAITING' }],
  });
  const verbs = await db.auditEvent.findMany({
    where: { entityId: recommendationId, action: { startsWith: 'recommendation.' } },
    orderBy: { id: 'asc' },
    select: { action: true },
  });
  expect(verbs.map(({ action }) => action)).toEqual([
    'recommendation.close',
    'recommendation.check',
    'recommendation.correctCheck',
  ]);
});

test('that it lasts needs evidence, in time, and leaves it closed', async () => {
  const { recommendationId, evidenceId, first } = await aClosed();
  const lasts = {
    checkId: first.id,
    version: 1,
    outcome: 'SUSTAINED',
    note: 'Two audits found the same again.',
  } as const;
  const onDay = callerAs(people.verifier, DUE);
  expect((await problemOf(verifier.closure.check({ ...lasts, evidenceIds: [evidenceId] }))).code).toBe(
    'RULE',
  );
  expect((await problemOf(onDay.closure.check(lasts))).fields?.[0]?.field).toBe('evidenceIds');
  await onDay.closure.check({ ...lasts, evidenceIds: [evidenceId] });
  const standing = await onDay.closure.get({ recommendationId });
  expect(standing.status).toBe('CLOSED');
  expect(standing.closures[0]?.checks[0]).toMatchObject({
    state: 'SUSTAINED',
    evidence: [{ reference: 'E1' }],
  });
});

test('opened by a correction it can be closed again, and both closings stay', async () => {
  const { recommendationId } = await aClosed();
  const stale = verifier.closure.reopen({ recommendationId, version: 1, reason: 'Closed by mistake today.' });
  expect((await problemOf(stale)).code).toBe('CONFLICT');
  await verifier.closure.reopen({ recommendationId, version: 2, reason: 'Closed by mistake today.' });
  await verifier.closure.close({ recommendationId, version: 3, ...answers, idempotencyKey: newId() });
  const { closures, status } = await verifier.closure.get({ recommendationId });
  expect(status).toBe('CLOSED');
  expect(closures.map(({ reopenedReason }) => reopenedReason).sort()).toEqual([
    '',
    'Closed by mistake today.',
  ]);
});

test('whoever has to look hears of it once when a check comes near, and once when it is late', async () => {
  const { first } = await aClosed();
  const watch = (day: string) =>
    watchReadiness(harness.ctxAs(null, isoDate(day)), {}, new AbortController().signal);
  const told = () =>
    db.notification.count({
      where: { kind: 'SUSTAIN_DUE', userId: people.lead.userId, sourceId: { contains: first.id } },
    });
  await watch('2026-05-28');
  expect(await told()).toBe(0);
  await watch('2026-05-29');
  await watch('2026-06-12');
  expect(await told()).toBe(1);
  await watch('2026-06-13');
  await watch('2026-06-14');
  expect(await told()).toBe(2);
});

test('what contradicts a closing is told by readiness', async () => {
  const { plan, evidenceId } = await aClosed();
  await db.evidence.update({ where: { id: evidenceId }, data: { state: 'WITHDRAWN' }, select: { id: true } });
  const { recommendations } = await callerAs(people.lead, isoDate('2026-06-13')).readiness.get({
    planId: plan.planId,
  });
  const codes = recommendations[0]?.items.map(({ code }) => code);
  expect(codes).toContain('CLOSED_BUT_NOT_ENOUGH');
  expect(codes).toContain('CHECK_OVERDUE');
});
