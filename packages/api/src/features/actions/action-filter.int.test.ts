import type { ActionFilter } from '@gt/contracts/schemas';
import { addDays } from '@gt/domain/calendar';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromIsoDate } from '../../core/dates.ts';
import { type Harness, type Person, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;
const ids: Record<string, string> = {};
const LONG_AGO = new Date('2025-06-01T09:00:00Z');
const day = (days: number) => fromIsoDate(addDays(TODAY, days));

/** Each action is like the others but for what its name says. */
async function make(name: string, more: Record<string, unknown> = {}) {
  const plain = {
    title: name,
    detail: 'Said',
    successMeasure: 'Seen',
    teamId: h.teams.fostering,
    ownerPostId: h.posts.headOfFostering,
    leadPostId: h.posts.headOfPermanence,
    acceptance: 'ACCEPTED',
    status: 'IN_PROGRESS',
    percentComplete: 50,
    lastUpdateAt: new Date('2026-03-10T09:00:00Z'),
    createdAt: LONG_AGO,
    changedAt: LONG_AGO,
  };
  ids[name] = (await h.makeAction(plan, { ...plain, ...more })).id;
}

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  const gone = await h.makeUser('Social Worker, holder 1', ['CONTRIBUTOR']);
  await h.db.user.update({
    where: { id: gone.userId },
    data: { deactivatedAt: LONG_AGO },
    select: { id: true },
  });
  const vacant = await h.db.post.create({
    data: { title: 'Vacant post', teamId: h.teams.fostering },
    select: { id: true },
  });
  await make('plain');
  await make('no team', { teamId: null, acceptance: 'NONE' });
  await make('no owner', { ownerPostId: null });
  await make('no lead', { leadPostId: null });
  await make('partner', { partnerTeamId: h.teams.police });
  await make('offered', { acceptance: 'OFFERED' });
  await make('vacant', { ownerPostId: vacant.id });
  await make('left', { ownerPostId: null, ownerUserId: gone.userId });
  await make('left, closed', { ownerPostId: null, ownerUserId: gone.userId, status: 'CLOSED' });
  await make('no start', { startDate: null });
  await make('past original', { originalDueDate: day(-3) });
  await make('no words', { detail: '', successMeasure: '' });
  await make('never updated', { lastUpdateAt: null });
  await make('updated yesterday', { lastUpdateAt: new Date('2026-03-11T23:30:00Z') });
  await make('almost done', { percentComplete: 95 });
  await make('waits for check', { status: 'AWAITING_EVIDENCE_CHECK' });
  await make('changed today', { changedAt: new Date('2026-03-12T08:00:00Z') });
  await make('for review', { reviewMarkedAt: LONG_AGO });
  await make('of R2', { recommendationId: plan.recommendationIds[1] });
  for (const name of [
    'moved twice',
    'asked',
    'followed',
    'milestone late',
    'milestone open',
    'also R2',
    'waits',
  ]) {
    await make(name);
  }
  await make('late', { dueDate: day(-1), originalDueDate: day(-1) });
  await make('measured', { recommendationId: plan.recommendationIds[0] });
  await hang();
});

/** What hangs on an action in tables of their own. */
async function hang() {
  const by = { createdById: h.people.lead.userId, changedById: h.people.lead.userId };
  const actionId = (name: string) => ids[name] ?? '';
  for (const toDate of [day(10), day(20)]) {
    const data = {
      actionId: actionId('moved twice'),
      fromDate: day(5),
      toDate,
      reason: 'Panel',
      changedById: '',
    };
    await h.db.dateRevision.create({ data, select: { id: true } });
  }
  const asked = { toDate: day(40), reason: 'Panel', requestedById: h.people.manager.userId };
  await h.db.dueDateRequest.create({ data: { actionId: actionId('asked'), ...asked }, select: { id: true } });
  const follow = { actionId: actionId('followed'), userId: h.people.lead.userId };
  await h.db.actionFollow.create({ data: follow, select: { actionId: true } });
  const at = { title: 'Round one', changedAt: LONG_AGO, ...by };
  for (const [name, days] of [
    ['milestone late', -1],
    ['milestone open', 3],
  ] as const) {
    const data = { ...at, actionId: actionId(name), dueDate: day(days) };
    await h.db.milestone.create({ data, select: { id: true } });
  }
  await h.db.alsoServes.create({
    data: { actionId: actionId('also R2'), recommendationId: plan.recommendationIds[1] ?? '' },
    select: { actionId: true },
  });
  await h.db.actionDependency.create({
    data: { predecessorId: actionId('late'), successorId: actionId('waits'), createdById: by.createdById },
    select: { successorId: true },
  });
  const measure = await h.db.measure.create({
    data: {
      planId: plan.planId,
      recommendationId: plan.recommendationIds[0] ?? '',
      number: 1,
      name: 'Carers',
      direction: 'HIGHER_IS_BETTER',
      frequency: 'MONTHLY',
      ...by,
    },
    select: { id: true },
  });
  await h.db.actionMeasure.create({
    data: { actionId: actionId('measured'), measureId: measure.id },
    select: { actionId: true },
  });
}

async function found(filter: ActionFilter, person: Person = h.people.lead): Promise<string[]> {
  const list = h.callerAs(person).actions.list;
  const { rows } = await list({ planId: plan.planId, filter, page: { limit: 200 } });
  return rows.map(({ title }) => title);
}

describe('each field of the filter', () => {
  it.each<[string, (at: Harness) => ActionFilter, string[]]>([
    ['no team', () => ({ noTeam: true }), ['no team']],
    ['a team or none', (at) => ({ teamIds: [at.teams.permanence], noTeam: true }), ['no team']],
    ['no owner', () => ({ noOwner: true }), ['no owner']],
    ['no owner or a person', () => ({ noOwner: true, ownerUserIds: ['x'] }), []],
    ['no lead', () => ({ noLead: true }), ['no lead']],
    ['a partner', (at) => ({ partnerTeamIds: [at.teams.police] }), ['partner']],
    ['acceptance', () => ({ acceptances: ['OFFERED'] }), ['offered']],
    ['orphans', () => ({ orphan: true }), ['vacant', 'left']],
    ['no start', () => ({ noStartDate: true }), ['no start']],
    ['past the original', () => ({ pastOriginal: true }), ['past original', 'late']],
    ['original in a span', () => ({ originalDue: { to: addDays(TODAY, -2) } }), ['past original']],
    ['no detail', () => ({ noDetail: true }), ['no words']],
    ['no success measure', () => ({ noSuccessMeasure: true }), ['no words']],
    ['never updated', () => ({ neverUpdated: true }), ['never updated']],
    // Half past eleven at night on 11 March, and no summer time yet.
    ['updated since', () => ({ updatedSince: addDays(TODAY, -1) }), ['updated yesterday']],
    ['percent', () => ({ percent: { from: 90, to: 99 } }), ['almost done']],
    ['marked for review', () => ({ reviewMarked: true }), ['for review']],
    ['a recommendation', () => ({ recommendationIds: ['R2'] }), ['also R2', 'of R2']],
    ['moved', () => ({ movedAtLeast: 2 }), ['moved twice']],
    ['a date asked for', () => ({ pendingDueDate: true }), ['asked']],
    ['followed', () => ({ following: true }), ['followed']],
    ['a late milestone', () => ({ milestones: 'LATE' }), ['milestone late']],
    ['an open milestone', () => ({ milestones: 'OPEN' }), ['milestone late', 'milestone open']],
    ['waiting for what is late', () => ({ waitsForLate: true }), ['waits']],
    ['changed since an instant', () => ({ changedSince: '2026-03-12T00:00:00.000Z' }), ['changed today']],
    ['waiting for check', () => ({ waitingForCheck: true }), ['waits for check']],
    [
      'unassigned or not taken on',
      () => ({ unassignedOrUnaccepted: true }),
      ['no team', 'no owner', 'offered'],
    ],
  ])('%s', async (_, filterOf, names) => {
    const filter = filterOf(h);
    if (filter.recommendationIds) filter.recommendationIds = [plan.recommendationIds[1] ?? ''];
    if (filter.ownerUserIds) filter.ownerUserIds = [h.people.viewer.userId];
    const expected = filter.ownerUserIds ? ['no owner'] : names;
    expect((await found(filter)).sort()).toEqual([...expected].sort());
  });

  it('with nothing that hangs on it', async () => {
    const all = await found({});
    expect((await found({ milestones: 'NONE' })).length).toBe(all.length - 2);
    expect((await found({ noMeasure: true })).length).toBe(all.length - 1);
    expect((await found({ noPartner: true })).length).toBe(all.length - 1);
    expect((await found({ notUpdatedSince: TODAY })).length).toBe(all.length);
    expect((await found({ evidence: 'NO_IMPACT' })).length).toBe(all.length);
  });

  it('mine and of my teams are as the person sees them', async () => {
    expect(await found({ myTeams: true }, h.people.partner)).toEqual(['partner']);
    expect((await found({ myTeams: true }, h.people.manager)).includes('no team')).toBe(false);
    expect(await found({ mine: true }, h.people.contributor)).toEqual([]);
    expect((await found({ mine: true }, h.people.manager)).length).toBeGreaterThan(15);
  });

  it('since the last review goes by the rhythm of the plan', async () => {
    // Without a rhythm, seven days; with reviews on Thursdays at nine, since half past nine last week.
    const recent = ['changed today', 'updated yesterday'];
    expect(await found({ changedSince: 'LAST_REVIEW' })).toEqual(expect.arrayContaining(recent));
    await h.db.plan.update({
      where: { id: plan.planId },
      data: { reviewWeekday: 4, reviewTime: '07:00' },
      select: { id: true },
    });
    // Today is a Thursday, and the review was at seven: what changed at eight is after it.
    expect(await found({ changedSince: 'LAST_REVIEW' })).toEqual(['changed today']);
    // A frozen review of the whole plan says when it truly was; one of a team or one that is open says nothing.
    const own = { planId: plan.planId, heldOn: new Date('2026-03-11') };
    await h.db.review.createMany({
      data: [
        { ...own, number: 1, state: 'FROZEN', frozenAt: new Date('2026-03-11T09:00:00Z') },
        {
          ...own,
          number: 2,
          state: 'FROZEN',
          frozenAt: new Date('2026-03-12T09:59:00Z'),
          teamId: h.teams.fostering,
        },
        { ...own, number: 3, state: 'OPEN' },
      ],
    });
    expect(await found({ changedSince: 'LAST_REVIEW' })).toEqual(expect.arrayContaining(recent));
  });

  it('is told in words what it cannot be', async () => {
    const list = h.callerAs(h.people.lead).actions.list;
    for (const filter of [
      { due: { from: '2026-02-31' } },
      { due: { from: '1826-03-12' } },
      { percent: { from: 101 } },
      { teamIds: ["x' OR 1=1"] },
      { changedSince: 'yesterday' },
      { movedAtLeast: 0 },
    ]) {
      const problem = await problemOf(list({ planId: plan.planId, filter: filter as ActionFilter }));
      expect(problem.code).toBe('INVALID');
    }
  });
});
