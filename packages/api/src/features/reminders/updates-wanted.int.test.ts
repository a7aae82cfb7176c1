import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Person, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();
let plan: PlanFixture;

beforeEach(async () => {
  await h.db.notification.deleteMany();
  plan = await h.makePlan();
  // Reviews are on Fridays at 10:00: the last was on 6 March 2026.
  await h.db.plan.update({ where: { id: plan.planId }, data: { reviewWeekday: 5 }, select: { id: true } });
});

const wanted = (person: Person, today = TODAY) =>
  h.callerAs(person, today).reminders.updatesWanted({ planId: plan.planId });
const nudge = (person: Person, actionIds: string[], idempotencyKey = newId()) =>
  h.callerAs(person).reminders.nudge({ planId: plan.planId, actionIds, idempotencyKey });
const fostering = (more: Record<string, unknown> = {}) =>
  h.makeAction(plan, {
    teamId: h.teams.fostering,
    ownerPostId: h.posts.fosteringOfficer,
    status: 'IN_PROGRESS',
    lastUpdateAt: new Date('2026-03-05T12:00:00Z'),
    ...more,
  });
const permanence = (more: Record<string, unknown> = {}) =>
  fostering({ teamId: h.teams.permanence, ownerPostId: h.posts.headOfPermanence, ...more });
const update = async (action: { id: string; version: number }, whatHappened: string) => {
  const made = await h.callerAs(h.people.lead).updates.create({
    actionId: action.id,
    version: action.version,
    whatHappened,
    difference: '',
    inTheWay: '',
    next: '',
    rag: 'GREEN',
    ragReason: '',
    percentComplete: 10,
    idempotencyKey: newId(),
  });
  return { id: action.id, version: made.action.version };
};
const nudgesOf = (person: Person) =>
  h.db.notification.findMany({
    where: { userId: person.userId, kind: 'NUDGED' },
    select: { actorName: true, actionId: true },
  });

describe('who has not updated since the last review', () => {
  it('is told by action with who is asked, what is silent, and what repeats the update before', async () => {
    const quiet = await fostering({ lastUpdateAt: new Date('2026-02-20') });
    const copied = await fostering();
    await update(await update(copied, 'Two panels sat this week'), 'Two panels sat this week');
    await update(await fostering(), 'Twelve carers came to the evening');
    await permanence({ status: 'CLOSED' });
    const found = await wanted(h.people.lead);
    expect(found.reviewedAt).toBe('2026-03-06T10:00:00.000Z');
    expect(found.review?.words).toBe('Friday 13 March 2026, 10:00; updates by Thursday 12 March, 17:00');
    expect(found.counts).toEqual({ open: 3, wanted: 1, silent: 1, copies: 1 });
    expect(found.teams).toEqual([
      { team: { id: h.teams.fostering, name: 'Fostering' }, open: 3, wanted: 1, silent: 1, copies: 1 },
    ]);
    expect(found.actions).toMatchObject([
      {
        actionId: quiet.id,
        isWanted: true,
        silent: true,
        sameAsLast: null,
        owner: 'Fostering Officer, holder 1',
        asked: [{ name: 'Fostering Officer, holder 1', standing: 'CAN', nudgedAt: null }],
      },
      { actionId: copied.id, isWanted: false, silent: false, sameAsLast: 100 },
    ]);
  });

  it('a manager sees their own teams, the lead the whole plan', async () => {
    await fostering();
    await permanence();
    expect((await wanted(h.people.lead)).counts.wanted).toBe(2);
    expect((await wanted(h.people.manager)).counts.wanted).toBe(1);
    expect((await wanted(h.people.otherManager)).actions[0]?.team?.name).toBe('Permanence and Adoption');
  });

  it('after a review everything waits for word again', async () => {
    await update(await fostering(), 'Two panels sat');
    expect((await wanted(h.people.lead)).counts.wanted).toBe(0);
    expect((await wanted(h.people.lead, isoDate('2026-03-14'))).counts.wanted).toBe(1);
  });

  it('is no longer told of a plan that was removed', async () => {
    await h.db.plan.update({
      where: { id: plan.planId },
      data: { deletedAt: new Date() },
      select: { id: true },
    });
    expect((await problemOf(wanted(h.people.lead))).code).toBe('NOT_FOUND');
  });

  it('each person is told what their own plans want', async () => {
    await fostering();
    await update(await fostering(), 'Two panels sat');
    const { plans } = await h.callerAs(h.people.contributor).reminders.myReviews();
    expect(plans.find(({ planId }) => planId === plan.planId)).toMatchObject({ open: 2, wanted: 1 });
  });
});

describe('a nudge', () => {
  it('is a line in the inbox and in the history of each action, and shows from then on', async () => {
    const one = await fostering();
    const two = await fostering();
    expect(await nudge(h.people.manager, [one.id, two.id])).toEqual({
      nudged: 1,
      results: [
        {
          about: 'Fostering Officer, holder 1',
          ok: true,
          sentence: `told in the inbox and in the next digest: R1.A${one.number} and R1.A${two.number}`,
        },
      ],
    });
    expect(await nudgesOf(h.people.contributor)).toEqual([
      { actorName: 'Head of Fostering, holder 1', actionId: null },
    ]);
    const { entries } = await h.callerAs(h.people.lead).actions.history({ actionId: one.id });
    expect(entries[0]).toMatchObject({
      words: 'asked for an update',
      who: 'Head of Fostering, holder 1',
      changes: [{ field: 'Asked', to: 'Fostering Officer, holder 1' }],
    });
    const { actions } = await wanted(h.people.lead);
    expect(actions[0]?.asked[0]?.nudgedAt).toBe('2026-03-12T10:00:00.000Z');
  });

  it('comes once a person a day, however many ask at once, and the same press gives the same answer', async () => {
    const action = await fostering();
    const key = newId();
    const answers = await Promise.all([
      nudge(h.people.manager, [action.id], key),
      nudge(h.people.manager, [action.id], key),
      nudge(h.people.lead, [action.id]),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect((answers[0]?.nudged ?? 0) + (answers[2]?.nudged ?? 0)).toBe(1);
    expect(await nudgesOf(h.people.contributor)).toHaveLength(1);
    const again = await nudge(h.people.lead, [action.id]);
    expect(again.results[0]).toMatchObject({
      ok: false,
      sentence: 'nudged today already. One nudge a person a day',
    });
  });

  it('says of each who could not be nudged why not, and what mends it', async () => {
    const left = await h.makeUser(`Left ${newId()}`, ['CONTRIBUTOR']);
    await h.db.user.update({ where: { id: left.userId }, data: { deactivatedAt: new Date() } });
    const viewer = await h.makeUser(`Viewer ${newId()}`, ['VIEWER']);
    const vacant = await h.db.post.create({
      data: { title: `Post ${newId()}`, teamId: h.teams.permanence },
      select: { id: true, title: true },
    });
    const of = (ownerUserId: string) =>
      fostering({ teamId: null, ownerPostId: null, ownerUserId, lastUpdateAt: null });
    const ofLeft = await of(left.userId);
    const ofViewer = await of(viewer.userId);
    const ofLead = await of(h.people.lead.userId);
    const ofNobody = await fostering({ teamId: null, ownerPostId: vacant.id });
    const { nudged, results } = await nudge(
      h.people.lead,
      [ofLeft, ofViewer, ofLead, ofNobody].map(({ id }) => id),
    );
    expect(nudged).toBe(0);
    expect(new Map(results.map(({ about, sentence }) => [about, sentence]))).toEqual(
      new Map([
        [left.userName, `has left. Give R1.A${ofLeft.number} another owner`],
        [
          viewer.userName,
          `may not post updates. Give R1.A${ofViewer.number} another owner, or ask an administrator for the role`,
        ],
        ['Programme Lead', `you are asked yourself: update R1.A${ofLead.number}`],
        [`R1.A${ofNobody.number}`, `nobody holds ${vacant.title}. Name a holder, or give it another owner`],
      ]),
    );
  });

  it('is not for another team’s actions, nor for what was updated meanwhile', async () => {
    const others = await permanence();
    expect((await problemOf(nudge(h.people.manager, [others.id]))).code).toBe('RULE');
    const mine = await fostering();
    await update(mine, 'Two panels sat');
    expect((await problemOf(nudge(h.people.manager, [mine.id]))).message).toMatch(/updated since/);
    expect(await h.db.notification.count({ where: { kind: 'NUDGED' } })).toBe(0);
  });
});
