import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { nextMeetings } from './plan-meetings.ts';

const h = await startHarness();
const RHYTHM = {
  reviewWeekday: 1,
  reviewTime: '10:00',
  reviewMinutes: 60,
  boardFirstDate: isoDate('2026-03-18'),
  boardEveryWeeks: 6,
  boardTime: '14:00',
  holidayRule: 'PREVIOUS_WORKING_DAY' as const,
  updatesDueDaysBefore: 1,
  updatesDueTime: '17:00',
};

async function aPlan(more: Partial<typeof RHYTHM> = {}) {
  const { planId } = await h.makePlan();
  const caller = h.callerAs(h.people.lead);
  const { planName: _, history: __, ...settings } = await caller.plans.settings({ planId });
  await caller.plans.editSettings({ ...settings, ...RHYTHM, ...more });
  return planId;
}

test('the meetings between two days are told in words, a bank holiday with its reason', async () => {
  const planId = await aPlan();
  const { plans } = h.callerAs(h.people.viewer);
  const found = await plans.meetings({ planId, from: isoDate('2026-03-30'), to: isoDate('2026-04-30') });
  expect(found.map(({ words }) => words)).toEqual([
    'Weekly review on Monday 30 March 2026, 10:00',
    'Weekly review on Thursday 2 April 2026, 10:00, moved from Monday 6 April, Easter Monday',
    'Weekly review on Monday 13 April 2026, 10:00',
    'Weekly review on Monday 20 April 2026, 10:00',
    'Weekly review on Monday 27 April 2026, 10:00',
    'Improvement board on Wednesday 29 April 2026, 14:00',
  ]);
});

test('too long a time, a year nobody meant and a plan that is not there are refused', async () => {
  const planId = await aPlan();
  const { plans } = h.callerAs(h.people.viewer);
  const ask = (from: string, to: string, id = planId) =>
    problemOf(plans.meetings({ planId: id, from: isoDate(from), to: isoDate(to) }));
  expect((await ask('2026-01-01', '2046-01-01')).code).toBe('INVALID');
  expect((await ask('1999-12-01', '2000-02-01')).code).toBe('INVALID');
  expect((await ask('2026-01-01', '2026-02-01', newId())).code).toBe('NOT_FOUND');
});

test.each([
  [
    'before it begins',
    '2026-03-30T08:59:00Z',
    'Monday 30 March 2026, 10:00; updates by Friday 27 March, 17:00',
    null,
  ],
  [
    'once it began, the next: of Easter Monday, on Thursday',
    '2026-03-30T09:00:00Z',
    'Thursday 2 April 2026, 10:00; updates by Wednesday 1 April, 17:00',
    'moved from Monday 6 April, Easter Monday',
  ],
  [
    'when the moved one is over, the week after’s',
    '2026-04-02T10:00:00Z',
    'Monday 13 April 2026, 10:00; updates by Friday 10 April, 17:00',
    null,
  ],
])('the next review %s', async (_, now, words, moved) => {
  const planId = await aPlan();
  const ctx = { ...h.ctxAs(h.people.manager), now: new Date(now) };
  const { review, board } = await nextMeetings(ctx.db, guard(ctx, 'plan.read'), planId);
  expect(review).toMatchObject({ words, moved });
  expect(board?.words).toBe('Wednesday 29 April 2026, 14:00');
});

test('a review that was called off is not the next', async () => {
  const planId = await aPlan();
  await h.db.review.create({
    data: {
      planId,
      number: 1,
      heldOn: new Date('2026-03-16'),
      state: 'CANCELLED',
      cancelledReason: 'No quorum.',
    },
    select: { id: true },
  });
  const { review } = await h.callerAs(h.people.manager).plans.nextMeetings({ planId });
  expect(review?.date).toBe('2026-03-23');
});

test('a plan without meetings has none next', async () => {
  const { planId } = await h.makePlan();
  expect(await h.callerAs(h.people.manager).plans.nextMeetings({ planId })).toEqual({
    review: null,
    board: null,
  });
});

test('a rhythm that is not saved shows its next three; a wrong one says what is wrong', async () => {
  const { plans } = h.callerAs(h.people.lead);
  const { reviews, boards } = await plans.previewMeetings({
    ...RHYTHM,
    holidayRule: 'NEXT_WORKING_DAY',
    boardFirstDate: isoDate('2029-12-25'),
  });
  expect(reviews.map(({ date }) => date)).toEqual(['2026-03-16', '2026-03-23', '2026-03-30']);
  expect(boards.map(({ date, moved }) => [date, moved])).toEqual([
    ['2029-12-27', 'moved from Tuesday 25 December, Christmas Day'],
    ['2030-02-05', null],
    ['2030-03-19', null],
  ]);
  const wrong = { ...RHYTHM, updatesDueDaysBefore: 0 };
  expect((await problemOf(plans.previewMeetings(wrong))).fields).toEqual([
    { field: 'updatesDueTime', message: expect.stringContaining('Updates cannot be wanted after') },
  ]);
});
