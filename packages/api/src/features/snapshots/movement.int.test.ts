import { type IsoDate, isoDate } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { addDays, londonInstant } from '@gt/domain/calendar';
import { burnUpWords } from '@gt/domain/snapshot';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemScope } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type Harness, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { takeSnapshots } from './take-snapshots.ts';

const h: Harness = await startHarness();
let plan: PlanFixture;

beforeEach(async () => {
  plan = await h.makePlan();
});

const reader = () => h.callerAs(h.people.viewer);
const aboutPlan = () => ({ planId: plan.planId });

async function takeOn(today: IsoDate): Promise<string> {
  const scope = systemScope(h.people.lead, h.ctxAs(h.people.lead, today));
  const of = { planId: plan.planId, cause: 'BY_HAND' as const };
  return (await inTransaction(h.db, (tx) => takeSnapshot(tx, scope, of))).id;
}

const change = (id: string, data: Record<string, unknown>) =>
  h.db.action.update({ where: { id }, data, select: { id: true } });

describe('by hand', () => {
  test('one intent makes one snapshot, and the list says who took it', async () => {
    await h.makeAction(plan, { declaredRag: 'RED' });
    const lead = h.callerAs(h.people.lead);
    const input = { ...aboutPlan(), idempotencyKey: newId() };
    const [one, other] = await Promise.all([lead.snapshots.take(input), lead.snapshots.take(input)]);
    expect(other).toEqual(one);
    const list = await reader().snapshots.list(aboutPlan());
    expect(list).toMatchObject({
      total: 1,
      first: { id: one.snapshotId },
      snapshots: [
        {
          number: 1,
          words: 'As at 12 March 2026, taken by hand',
          takenBy: { name: 'Programme Lead' },
          actions: 1,
          rag: { RED: 1 },
          review: null,
          redactedAt: null,
        },
      ],
    });
  });

  test('a plan that is not there has none', async () => {
    await expect(reader().snapshots.list({ planId: newId() })).rejects.toThrow('does not exist');
    await expect(reader().snapshots.get({ snapshotId: newId() })).rejects.toThrow('does not exist');
    await expect(reader().snapshots.burnUp({ planId: newId() })).rejects.toThrow('does not exist');
    await expect(reader().snapshots.longRed({ planId: newId() })).rejects.toThrow('does not exist');
    const take = { planId: newId(), idempotencyKey: newId() };
    await expect(h.callerAs(h.people.lead).snapshots.take(take)).rejects.toThrow('does not exist');
  });
});

test('a snapshot is opened page by page and by colour, with the actions as they were', async () => {
  const first = await h.makeAction(plan, { declaredRag: 'RED', ragDeclaredAt: new Date('2026-03-01') });
  await h.makeAction(plan, { declaredRag: 'GREEN' });
  const snapshotId = await takeOn(TODAY);
  await change(first.id, { title: 'Another title', deletedAt: new Date() });
  const opened = await reader().snapshots.open({ snapshotId, rags: ['RED'] });
  expect(opened).toMatchObject({
    total: 1,
    actions: [
      {
        reference: 'R1.A1',
        title: 'Recruit twelve mainstream foster carers',
        weeksAtColour: 2,
        isLive: false,
      },
    ],
  });
  const second = await reader().snapshots.open({ snapshotId, page: { offset: 1, limit: 1 } });
  expect(second).toMatchObject({ total: 2, actions: [{ reference: 'R1.A2', isLive: true }] });
  expect(await reader().snapshots.get({ snapshotId })).toMatchObject({
    snapshot: { id: snapshotId },
    byStatus: { NOT_STARTED: 2 },
    recommendations: [
      { reference: 'R1', actions: 2 },
      { reference: 'R2', actions: 0 },
    ],
  });
});

describe('movement', () => {
  test('is told from the earlier to the later, whichever is named first', async () => {
    const one = await h.makeAction(plan, { declaredRag: 'AMBER', teamId: h.teams.fostering });
    await h.makeAction(plan, { declaredRag: 'GREEN' });
    const fromId = await takeOn(isoDate('2026-03-05'));
    await change(one.id, { declaredRag: 'RED', dueDate: new Date('2026-05-14') });
    const toId = await takeOn(TODAY);
    // What happens after it is no part of what was.
    await change(one.id, { declaredRag: 'GREEN', dueDate: new Date('2027-01-01') });
    const movement = await reader().snapshots.compare({ fromId: toId, toId: fromId });
    expect(movement).toMatchObject({
      from: { id: fromId },
      to: { id: toId },
      headline: 'Since 5 March 2026: 0 better, 1 worse, 1 date slipped.',
      moved: [
        { reference: 'R1.A1', rag: 'WORSE', daysSlipped: 14, from: { rag: 'AMBER' }, to: { rag: 'RED' } },
      ],
      unmoved: 1,
      fromColours: { AMBER: 1, GREEN: 1, total: 2 },
      toColours: { RED: 1, GREEN: 1, total: 2 },
      teams: [
        { name: 'Fostering', net: -1 },
        { name: null, net: 0 },
      ],
    });
    expect(movement.recommendations).toMatchObject([
      { name: 'R1', title: 'The effectiveness of the fostering service', net: -1 },
      { name: 'R2', net: 0 },
    ]);
  });

  test('can be narrowed to one kind, recommendation or team; the rest is counted', async () => {
    const [one, other] = [await h.makeAction(plan), await h.makeAction(plan, { teamId: h.teams.fostering })];
    const fromId = await takeOn(isoDate('2026-03-05'));
    await change(one.id, { declaredRag: 'RED' });
    await change(other.id, { dueDate: new Date('2026-05-14') });
    const toId = await takeOn(TODAY);
    const narrowed = async (more: Record<string, unknown>) => {
      const movement = await reader().snapshots.compare({ fromId, toId, ...more });
      return [movement.moved.map(({ reference }) => reference), movement.shown, movement.movedTotal];
    };
    expect(await narrowed({ show: { kind: 'SLIPPED' } })).toEqual([['R1.A2'], 1, 2]);
    expect(await narrowed({ show: { teamId: h.teams.fostering } })).toEqual([['R1.A2'], 1, 2]);
    expect(await narrowed({ show: { recommendationId: plan.recommendationIds[1] } })).toEqual([[], 0, 2]);
    expect(await narrowed({ limit: 1 })).toEqual([['R1.A1'], 2, 2]);
  });

  test('of a snapshot with itself there is none', async () => {
    await h.makeAction(plan);
    const id = await takeOn(TODAY);
    const movement = await reader().snapshots.compare({ fromId: id, toId: id });
    expect(movement).toMatchObject({ headline: 'Since 12 March 2026 nothing moved.', moved: [], unmoved: 1 });
  });

  test('is not told between two plans', async () => {
    const fromId = await takeOn(TODAY);
    plan = await h.makePlan();
    const toId = await takeOn(TODAY);
    await expect(reader().snapshots.compare({ fromId, toId })).rejects.toThrow('two plans');
  });
});

test('the burn-up is of what was kept; today stands apart and is counted by the same rules', async () => {
  const first = await h.makeAction(plan, { dueDate: new Date('2026-03-04'), originalDueDate: null });
  await h.makeAction(plan, { originalDueDate: new Date('2026-02-01') });
  await h.makeAction(plan, { status: 'CANCELLED' });
  await takeOn(isoDate('2026-03-05'));
  await takeOn(isoDate('2026-03-05'));
  await change(first.id, { status: 'CLOSED', closedAt: new Date('2026-03-10') });
  const burnUp = await reader().snapshots.burnUp(aboutPlan());
  const planned = { plannedByDue: 1, plannedByOriginal: 2 };
  expect(burnUp).toMatchObject({
    points: [{ asAt: '2026-03-05', actions: 2, closed: 0, ...planned }],
    now: { snapshotId: null, asAt: '2026-03-12', actions: 2, closed: 1, ...planned },
    ahead: [
      { by: '2026-03-31', original: 2, due: 1 },
      { by: '2026-04-30', original: 2, due: 2 },
    ],
  });
  await takeOn(TODAY);
  const later = await reader().snapshots.burnUp(aboutPlan());
  const { snapshotId: _, ...kept } = later.points.at(-1) ?? {};
  const { snapshotId: __, ...counted } = later.now;
  expect(kept).toEqual(counted);
  expect(later.words).toBe(burnUpWords(later.now));
});

test('a burn-up without a snapshot is of today alone', async () => {
  await h.makeAction(plan);
  expect(await reader().snapshots.burnUp(aboutPlan())).toMatchObject({
    points: [],
    ahead: [],
    now: { actions: 1 },
    words: '0 of 1 action is closed. That is no fewer than were planned by now.',
  });
});

test('red for four weeks is what one snapshot after the other shows', async () => {
  const always = await h.makeAction(plan, { declaredRag: 'RED', ragDeclaredAt: new Date('2026-02-10') });
  const broken = await h.makeAction(plan, { declaredRag: 'RED', ragDeclaredAt: new Date('2026-01-10') });
  expect(await reader().snapshots.longRed(aboutPlan())).toMatchObject({ snapshot: null, actions: [] });
  await takeOn(isoDate('2026-02-12'));
  await change(broken.id, { declaredRag: 'AMBER' });
  await takeOn(isoDate('2026-02-26'));
  await change(broken.id, { declaredRag: 'RED', ragDeclaredAt: new Date('2026-03-06') });
  await takeOn(TODAY);
  await change(always.id, { declaredRag: 'GREEN' });
  expect(await reader().snapshots.longRed(aboutPlan())).toMatchObject({
    snapshot: { number: 3 },
    weeks: 4,
    actions: [{ reference: 'R1.A1', since: '2026-02-10', weeks: 4, snapshots: 3 }],
  });
  const shorter = await reader().snapshots.longRed({ ...aboutPlan(), weeks: 1 });
  expect(shorter.actions.map(({ reference, weeks }) => [reference, weeks])).toEqual([['R1.A1', 4]]);
});

describe('late in the evening', () => {
  const THURSDAY = 4;
  const hold = (more: Record<string, unknown>) =>
    h.db.plan.update({ where: { id: plan.planId }, data: more, select: { id: true } });
  const causes = async () => (await reader().snapshots.list(aboutPlan())).snapshots.map(({ cause }) => cause);
  const run = (today: IsoDate = TODAY, at = '22:50') =>
    takeSnapshots({ ...h.ctxAs(null, today), now: londonInstant(today, at) });
  /** The plan is older than the week that is looked at. */
  const aged = () => hold({ createdAt: new Date('2026-01-05') });
  beforeEach(aged);

  test('a plan whose review was due and not frozen is kept once, by nobody', async () => {
    await hold({ reviewWeekday: THURSDAY });
    await Promise.all([run(), run()]);
    await run();
    const list = await reader().snapshots.list(aboutPlan());
    expect(list.snapshots).toMatchObject([
      {
        cause: 'SCHEDULE',
        takenBy: null,
        words: 'As at 12 March 2026, taken because no review was frozen that week',
      },
    ]);
    const told = await h.db.auditEvent.findFirst({ where: { action: 'snapshot.take', planId: plan.planId } });
    expect(told).toMatchObject({ actorId: null, actorName: 'Golden Thread' });
  });

  test('not before the evening, not without a rhythm, and not for a plan that is newer or gone', async () => {
    await run();
    await hold({ reviewWeekday: THURSDAY });
    await run(TODAY, '22:30');
    await hold({ createdAt: londonInstant(TODAY, '22:49') });
    await run();
    expect(await causes()).toEqual([]);
    await aged();
    await hold({ deletedAt: new Date() });
    await run();
    expect(await h.db.snapshot.count({ where: { planId: plan.planId } })).toBe(0);
  });

  test('a server that was down that evening keeps the plan when it is up again, once in the week', async () => {
    await hold({ reviewWeekday: 3 });
    await run(TODAY, '08:00');
    await run();
    await run(addDays(TODAY, 5));
    const { snapshots } = await reader().snapshots.list(aboutPlan());
    expect(snapshots.map(({ words }) => words)).toEqual([
      'As at 12 March 2026, taken because no review was frozen that week',
    ]);
    await run(addDays(TODAY, 6));
    expect(await causes()).toEqual(['SCHEDULE', 'SCHEDULE']);
  });

  test('not where a review was frozen that week; one taken by hand is no review', async () => {
    await hold({ reviewWeekday: THURSDAY });
    const review = await h.db.review.create({
      data: { planId: plan.planId, number: 7, heldOn: new Date(TODAY), createdById: h.people.lead.userId },
      select: { id: true },
    });
    const scope = systemScope(h.people.lead, h.ctxAs(h.people.lead));
    const of = { planId: plan.planId, cause: 'REVIEW' as const, reviewId: review.id, reviewNumber: 7 };
    await inTransaction(h.db, (tx) => takeSnapshot(tx, scope, of));
    await run();
    const { snapshots } = await reader().snapshots.list(aboutPlan());
    expect(snapshots).toMatchObject([
      { cause: 'REVIEW', review: { number: 7 }, words: 'As at 12 March 2026, frozen with review 7' },
    ]);
    const again = inTransaction(h.db, (tx) => takeSnapshot(tx, scope, of));
    await expect(again).rejects.toMatchObject({ failure: { kind: 'unique' } });

    plan = await h.makePlan();
    await aged();
    await hold({ reviewWeekday: THURSDAY });
    await takeOn(TODAY);
    await run();
    expect(await causes()).toEqual(['SCHEDULE', 'BY_HAND']);
  });

  test('a review that a bank holiday moved is reckoned on the day it moved to', async () => {
    await hold({ reviewWeekday: 1 });
    // The one of Monday 30 March.
    await run(isoDate('2026-04-01'));
    expect(await causes()).toEqual(['SCHEDULE']);
    // Easter Monday's, moved to the Thursday before.
    await run(isoDate('2026-04-02'));
    await run(isoDate('2026-04-06'));
    expect(await causes()).toEqual(['SCHEDULE', 'SCHEDULE']);
  });
});
