import { randomUUID } from 'node:crypto';
import type { PositionOut } from '@gt/contracts/schemas';
import { isoDate } from '@gt/contracts/words';
import { canonicalJson } from '@gt/domain/audit';
import { expect, test } from 'vitest';
import { systemScope } from '../../core/guard.ts';
import { type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';
import { bodyOfText } from '../snapshots/snapshot-body.ts';
import { expectLists, figuresIn } from './figures-in.fixture.ts';

const harness = await startHarness();
const { db, people, posts, callerAs } = harness;
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
const position = (plan: PlanFixture, at?: string) =>
  callerAs(people.viewer).dashboard.position({ planId: plan.planId, ...(at ? { at: isoDate(at) } : {}) });
const values = ({ totals }: PositionOut) =>
  Object.fromEntries(Object.entries(totals).map(([key, { value }]) => [key, value]));

/** A plan in which something of everything has happened. */
async function busyPlan(): Promise<PlanFixture> {
  const plan = await harness.makePlan();
  const [first = '', second = ''] = plan.recommendationIds;
  const teams = await db.team.findMany({ select: { id: true }, orderBy: { name: 'asc' }, take: 2 });
  const statuses = [
    'NOT_STARTED',
    'IN_PROGRESS',
    'AWAITING_EVIDENCE_CHECK',
    'CLOSED',
    'REOPENED',
    'CANCELLED',
  ] as const;
  const rags = ['RED', 'AMBER', 'GREEN', 'NONE'] as const;
  const changedById = people.lead.userId;
  for (let n = 0; n < 24; n += 1) {
    const due = day(`2026-03-${String((n % 28) + 1).padStart(2, '0')}`);
    const { id } = await harness.makeAction(plan, {
      recommendationId: n % 3 === 0 ? second : first,
      status: statuses[n % statuses.length] ?? 'IN_PROGRESS',
      declaredRag: rags[n % rags.length] ?? 'NONE',
      ragDeclaredAt: n % 4 === 3 ? null : new Date('2026-02-20T10:00:00Z'),
      closedAt: statuses[n % statuses.length] === 'CLOSED' ? new Date('2026-03-02T10:00:00Z') : null,
      ownerPostId: n % 5 === 0 ? null : posts.fosteringOfficer,
      teamId: n % 4 === 0 ? null : (teams[n % 2]?.id ?? null),
      acceptance: n % 7 === 1 ? 'OFFERED' : 'NONE',
      lastUpdateAt: n % 2 === 0 ? new Date('2026-03-10T09:00:00Z') : new Date('2026-02-01T09:00:00Z'),
      dueDate: due,
      originalDueDate: n % 3 === 1 ? day('2026-02-10') : due,
    });
    if (n % 3 === 1) {
      for (let moves = 0; moves <= n % 2; moves += 1) {
        await db.dateRevision.create({
          data: {
            actionId: id,
            fromDate: day('2026-02-10'),
            toDate: due,
            reason: 'Panel postponed',
            changedById,
            agreedBy: n % 2 === 0 ? 'BOARD' : 'LEAD',
            changedAt: new Date(`2026-02-0${moves + 1}T10:00:00Z`),
          },
        });
      }
    }
    if (n % 6 === 0) {
      await db.milestone.create({
        data: {
          actionId: id,
          title: 'Step',
          dueDate: day('2026-03-20'),
          createdById: changedById,
          changedById,
        },
      });
    }
    if (n % 8 === 1) await db.alsoServes.create({ data: { actionId: id, recommendationId: second } });
    if (n % 4 === 2) {
      await db.evidence.create({
        data: {
          planId: plan.planId,
          number: n,
          title: 'Audit',
          kind: 'AUDIT',
          shows: 'x',
          state: (['SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const)[(n >> 2) % 4] ?? 'SUBMITTED',
          uploadedById: people.contributor.userId,
          changedById: people.contributor.userId,
          links: { create: { actionId: id, recommendationId: first, linkedById: changedById } },
        },
      });
    }
  }
  await hangOn(plan);
  return plan;
}

/** Two actions that wait for a late one, and two that are meant to move a measure that moves away. */
async function hangOn({ planId, recommendationIds: [recommendationId = ''] }: PlanFixture): Promise<void> {
  const by = { createdById: people.lead.userId, changedById: people.lead.userId };
  const [late, ...others] = await db.action.findMany({
    where: { planId, status: 'IN_PROGRESS' },
    orderBy: { dueDate: 'asc' },
    select: { id: true },
  });
  const measure = await db.measure.create({
    data: {
      ...{ planId, recommendationId, number: 1, name: 'Visits', unit: '%' },
      ...{ direction: 'HIGHER_IS_BETTER', frequency: 'MONTHLY', movement: 'AWAY', ...by },
    },
    select: { id: true },
  });
  for (const { id } of others.slice(-2)) {
    await db.actionMeasure.create({ data: { actionId: id, measureId: measure.id } });
    await db.actionDependency.create({
      data: { predecessorId: late?.id ?? '', successorId: id, createdById: people.lead.userId },
    });
  }
}

const freeze = ({ planId }: PlanFixture) =>
  callerAs(people.lead).snapshots.take({ planId, idempotencyKey: randomUUID() });

test('every figure opens a list of exactly so many rows', async () => {
  const plan = await busyPlan();
  const found = await position(plan);
  await expectLists(callerAs(people.viewer), found);
  expect(found.slips.moved.value).toBeGreaterThan(3);
  expect(found.slips.byBoard.value).toBeGreaterThan(0);
  expect(found.slips.worst).toHaveLength(5);
  expect(found.teams.map(({ name }) => name)).toContain(null);
  expect(found.upcoming.due.map(({ milestones }) => milestones.value)).toEqual([4, 4]);
});

test('a snapshot taken this moment tells the position as it is now, and nothing later changes what it tells', async () => {
  const plan = await busyPlan();
  await freeze(plan);
  const now = await position(plan);
  const frozen = await position(plan, '2026-03-12');
  expect(frozen.snapshot?.words).toBe('As at 12 March 2026, taken by hand');
  for (const { key, value } of figuresIn(frozen)) {
    const snapshotId = frozen.snapshot?.id ?? '';
    const { total } = await callerAs(people.viewer).snapshots.open({ snapshotId, figure: key });
    expect([key, total]).toEqual([key, value]);
  }
  // Movement is told against the snapshot before.
  const told = ({ previous: _p, snapshot: _s, sentences: _w, ...position }: PositionOut) => {
    const { recommendations, measures, attention, ...rest } = position;
    return {
      ...rest,
      // A snapshot keeps how far a measure is from its target, and not the sentence on its newest figures.
      measures: { ...measures, exceptions: measures.exceptions.map(({ measureId }) => measureId) },
      attention: attention.map((item) => (item.measureId === null ? item : item.measureId)),
      recommendations: recommendations
        .map(({ was: _was, move: _move, moveWords: _words, ...kept }) => kept)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  };
  expect(told(frozen)).toEqual(told(now));
  await db.action.updateMany({
    where: { planId: plan.planId },
    data: { status: 'IN_PROGRESS', declaredRag: 'GREEN', dueDate: day('2027-01-01') },
  });
  expect(await position(plan, '2026-03-15')).toEqual(frozen);
});

test('movement is told against the newest snapshot, and weeks by all of them', async () => {
  const plan = await harness.makePlan();
  const { id } = await harness.makeAction(plan, {
    status: 'IN_PROGRESS',
    declaredRag: 'AMBER',
    ragDeclaredAt: new Date('2026-02-26T09:00:00Z'),
    ragReason: 'Two assessments wait.',
  });
  await freeze(plan);
  await db.action.update({
    where: { id },
    data: { declaredRag: 'RED', ragDeclaredAt: new Date('2026-03-12T09:00:00Z'), ragReason: 'None began.' },
  });
  const found = await position(plan);
  expect(found.previous?.words).toBe('the snapshot of 12 March 2026');
  expect(found.recommendations[0]).toMatchObject({
    reference: 'R1',
    was: 'AMBER',
    move: 'WORSE',
    moveWords: 'Worse: was at risk on 12 March 2026',
    weeks: 1,
    why: { words: 'None began.' },
  });
  expect(found.sentences[0]).toContain('1 moved the wrong way since the snapshot of 12 March 2026');
  const then = await position(plan, '2026-03-12');
  expect(then.recommendations[0]).toMatchObject({ colour: 'AMBER', weeks: 3, was: null, moveWords: '' });
});

test('what the first format did not keep is told as not recorded, and never as a number', async () => {
  const plan = await busyPlan();
  const { snapshotId } = await freeze(plan);
  const content = await loadSnapshot(
    db,
    systemScope(people.lead, harness.ctxAs(people.lead, TODAY)),
    snapshotId,
  );
  const { silentDays: _d, asks: _a, evidence: _e, ...rest } = content;
  const first = {
    ...rest,
    formatVersion: 1,
    recommendations: content.recommendations.map(
      ({ sufficiency: _s, gaps: _g, status: _t, closedOn: _c, checks: _k, work: _w, ...kept }) => kept,
    ),
    actions: content.actions.map(
      ({
        alsoServesIds: _s,
        acceptance: _a2,
        owesWords: _o,
        silent: _q,
        measures: _m,
        openMilestones: _p,
        ...kept
      }) => kept,
    ),
  };
  const { body, sha256, textSize } = await bodyOfText(canonicalJson(first));
  const taken = await db.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { totals: true, takenAt: true, actionCount: true },
  });
  await db.snapshot.create({
    data: {
      planId: plan.planId,
      number: 99,
      cause: 'BY_HAND',
      asAt: day('2026-03-13'),
      body,
      sha256,
      textSize,
      ...taken,
      totals: taken.totals as object,
    },
  });
  const found = await position(plan, '2026-03-13');
  expect(found.isFull).toBe(false);
  const unknown = figuresIn(found).filter(({ value }) => value === null);
  expect(unknown.map(({ key }) => key.replace(/^team:[^:]+/, 'team')).sort()).toContain('silent');
  expect(new Set(unknown.map(({ key }) => key.split(':').at(-1)))).toEqual(
    new Set(['silent', 'notTakenOn', 'inTime', 'returned', '14', '28', 'RETURNED']),
  );
  expect(found.breaks.every(({ recommendations }) => recommendations === null)).toBe(true);
  expect(found.recommendations[0]?.delivery).toMatchObject({
    sustained: null,
    sustainedWords: 'Not recorded then',
  });
  expect(found.evidence).toBeNull();
  expect(values(found)).toMatchObject({ overdue: expect.any(Number), actions: 20 });
});

test('before anything was kept there is no position to tell', async () => {
  const plan = await harness.makePlan();
  await freeze(plan);
  await expect(position(plan, '2026-03-11')).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
    message: expect.stringContaining('No snapshot was kept on 11 March 2026 or before'),
  });
});
