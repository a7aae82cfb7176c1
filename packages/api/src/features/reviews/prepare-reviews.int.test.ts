import { type IsoDate, isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { jobHandlers } from '../../job-handlers.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { makeMembers, reviewsOf } from './reviews.fixture.ts';

const h = await startHarness();
const { lead, manager, contributor, viewer, partner } = h.people;
const { prepare } = reviewsOf(h);
const day = (text: string): IsoDate => isoDate(text);
const THURSDAY = day('2026-03-12');

let plan: PlanFixture;
beforeEach(async () => {
  plan = await h.makePlan();
});

const giveRhythm = (data: object) =>
  h.db.plan.update({ where: { id: plan.planId }, data: { reviewWeekday: 2, ...data }, select: { id: true } });
const run = (today: IsoDate = THURSDAY) =>
  jobHandlers['reviews.prepare'](h.ctxAs(null, today), {}, new AbortController().signal);
const there = async () => {
  const rows = await h.db.review.findMany({
    where: { planId: plan.planId },
    orderBy: { number: 'asc' },
    select: { meeting: true, heldOn: true, movedFrom: true, state: true, number: true },
  });
  return rows.map(({ meeting, heldOn, movedFrom, state }) => {
    const moved = movedFrom ? ` for ${movedFrom.toISOString().slice(0, 10)}` : '';
    return `${meeting} ${heldOn.toISOString().slice(0, 10)}${moved} ${state}`;
  });
};
const list = (person = lead) => h.callerAs(person).reviews.list({ planId: plan.planId });

describe('the job', () => {
  test('prepares the next weekly review and the next board, once, by however many servers', async () => {
    await giveRhythm({ boardFirstDate: new Date('2026-03-25') });
    await makeMembers(h, plan, [lead, manager, partner]);
    await makeMembers(h, plan, [viewer], 'BOARD');
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await there()).toEqual(['REVIEW 2026-03-17 PREPARED', 'BOARD 2026-03-25 PREPARED']);
    const { reviews, total } = await list();
    expect(total).toBe(2);
    expect(reviews.map(({ meeting, startTime }) => [meeting, startTime])).toEqual([
      ['BOARD', '14:00'],
      ['REVIEW', '10:00'],
    ]);
    const told = await h.db.notification.findMany({
      where: { kind: 'REVIEW_READY', planId: plan.planId },
      select: { userId: true },
    });
    // A partner is expected at the review and cannot read it, so there is nothing to tell.
    expect(told.map(({ userId }) => userId).sort()).toEqual(
      [lead.userId, manager.userId, viewer.userId].sort(),
    );
    const [event] = await h.db.auditEvent.findMany({
      where: { planId: plan.planId, action: 'review.prepare' },
    });
    expect(event).toMatchObject({ actorId: null, actorName: 'Golden Thread' });
  });

  test('a review on a bank holiday is on the previous working day, and says so', async () => {
    await giveRhythm({ reviewWeekday: 1 });
    await run(day('2026-03-31'));
    expect(await there()).toEqual(['REVIEW 2026-04-02 for 2026-04-06 PREPARED']);
    expect((await list()).reviews[0]?.moved).toBe('moved from Monday 6 April, Easter Monday');
    await run(day('2026-04-03'));
    expect((await there())[1]).toBe('REVIEW 2026-04-13 PREPARED');
  });

  test('or on the next, where the plan says so', async () => {
    await giveRhythm({ reviewWeekday: 1, holidayRule: 'NEXT_WORKING_DAY' });
    await run(day('2026-03-31'));
    expect(await there()).toEqual(['REVIEW 2026-04-07 for 2026-04-06 PREPARED']);
  });

  test('one that was moved or called off is not prepared again', async () => {
    await giveRhythm({});
    await run();
    const [review] = (await list()).reviews;
    if (!review) throw new Error('no review');
    const { id: reviewId, version, startTime, minutesPlanned } = review;
    const moved = await h.callerAs(lead).reviews.edit({
      ...{ reviewId, version, startTime, minutesPlanned },
      heldOn: day('2026-03-18'),
    });
    await run();
    expect(await there()).toEqual(['REVIEW 2026-03-18 PREPARED']);
    await h
      .callerAs(lead)
      .reviews.cancel({ reviewId, version: moved.version, reason: 'Everybody is on leave.' });
    await run();
    expect(await there()).toEqual(['REVIEW 2026-03-18 CANCELLED', 'REVIEW 2026-03-24 PREPARED']);
  });

  test('a member who has left is not expected, and a plan without a rhythm has no review', async () => {
    const leaver = await h.makeUser('Panel Adviser, holder 1', ['CONTRIBUTOR']);
    await makeMembers(h, plan, [lead, leaver]);
    await h.db.user.update({ where: { id: leaver.userId }, data: { deactivatedAt: new Date() } });
    await run();
    expect(await there()).toEqual([]);
    await giveRhythm({});
    await run();
    const [review] = (await list()).reviews;
    const { attendances } = await h.callerAs(lead).reviews.get({ reviewId: review?.id ?? '' });
    expect(attendances.map(({ userId }) => userId)).toEqual([lead.userId]);
  });
});

describe('by hand', () => {
  const input = (more: object = {}) => ({ planId: plan.planId, idempotencyKey: newId(), ...more });

  test('the next of the rhythm when no day is given; the same again is the same', async () => {
    await giveRhythm({});
    const first = await h.callerAs(lead).reviews.prepare(input());
    expect(await h.callerAs(lead).reviews.prepare(input())).toEqual(first);
    await run();
    expect(await there()).toEqual(['REVIEW 2026-03-17 PREPARED']);
  });

  test('one intent, one review: also of those who press twice at once', async () => {
    const twice = input({ heldOn: THURSDAY });
    const both = await Promise.all([1, 2, 3].map(() => h.callerAs(lead).reviews.prepare(twice)));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await there()).toHaveLength(1);
  });

  test('of a team: its people are expected, and its manager may prepare it', async () => {
    const review = await prepare(plan, { teamId: h.teams.fostering }, manager);
    expect(review).toMatchObject({ scope: 'Fostering', mayRun: true });
    expect(review.attendances.map(({ userId }) => userId).sort()).toEqual(
      [manager.userId, contributor.userId].sort(),
    );
    const other = await problemOf(prepare(plan, { teamId: h.teams.permanence }, manager));
    expect(other).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(other.message).toMatch(/^A manager runs the reviews of their own teams/);
    expect((await list(manager)).mayRunFor).toEqual([h.teams.fostering]);
    expect((await list(lead)).mayRunFor).toBeNull();
    expect((await list(viewer)).mayRunFor).toEqual([]);
  });

  test('of a recommendation, named by its words', async () => {
    const review = await prepare(plan, { recommendationId: plan.recommendationIds[0] ?? '' });
    expect(review.scope).toBe('R1 The effectiveness of the fostering service');
  });

  test.each<[string, () => object, RegExp]>([
    ['without a day, in a plan without a rhythm', () => ({}), /^This plan has no day for its meetings yet/],
    ['a day that is past', () => ({ heldOn: day('2026-03-11') }), /^This day is past/],
    ['a year that nobody means', () => ({ heldOn: day('2150-03-11') }), /^Check the year/],
    [
      'of a recommendation and a team at once',
      () => ({ heldOn: THURSDAY, recommendationId: plan.recommendationIds[0], teamId: h.teams.fostering }),
      /^A review is of one recommendation or of one team/,
    ],
  ])('refused: %s', async (_, more, sentence) => {
    const problem = await problemOf(h.callerAs(lead).reviews.prepare(input(more())));
    expect(problem.code).toBe('INVALID');
    expect(problem.fields?.[0]?.message).toMatch(sentence);
  });

  test('what belongs to another plan, or is not there, is not found', async () => {
    const other = await h.makePlan();
    for (const more of [
      { recommendationId: other.recommendationIds[0] },
      { teamId: newId() },
      { planId: newId() },
    ]) {
      const problem = await problemOf(h.callerAs(lead).reviews.prepare(input({ heldOn: THURSDAY, ...more })));
      expect(problem.code).toBe('NOT_FOUND');
    }
  });

  test('what was changed meanwhile is not overwritten', async () => {
    const { id: reviewId, version } = await prepare(plan);
    const facts = { reviewId, version, heldOn: day('2026-03-13'), startTime: '09:00', minutesPlanned: 45 };
    await h.callerAs(lead).reviews.edit(facts);
    const stale = await problemOf(h.callerAs(lead).reviews.edit({ ...facts, startTime: '11:00' }));
    expect(stale).toMatchObject({ code: 'CONFLICT', current: { values: { startTime: '09:00' } } });
    await h.callerAs(lead).reviews.cancel({ reviewId, version: 2, reason: 'Half-term.' });
    const late = await problemOf(h.callerAs(lead).reviews.edit({ ...facts, version: 3 }));
    expect(late).toMatchObject({ code: 'RULE', message: expect.stringContaining('was called off') });
  });
});
