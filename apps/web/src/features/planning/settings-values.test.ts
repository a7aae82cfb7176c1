import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { beforeWords, rhythmOf, settingsOf, typedOf } from './settings-values.ts';

const settings = {
  milestoneLateDays: 14,
  dueSoonDays: 14,
  silentDays: 14,
  timesMoved: 2,
  dueDateApproval: 'NONE' as const,
  minEvidenceKinds: 2,
  newestWithinDays: 90,
  requireImpact: true,
  reviewWeekday: null,
  reviewTime: '10:00',
  reviewMinutes: 60,
  boardFirstDate: isoDate('2026-03-18'),
  boardEveryWeeks: 4,
  boardTime: '14:00',
  holidayRule: 'NEXT_WORKING_DAY' as const,
  updatesDueDaysBefore: 1,
  updatesDueTime: '17:00',
};

test('what was saved comes back from the form as it was', () => {
  expect(settingsOf(typedOf(settings))).toEqual(settings);
  expect(settingsOf(typedOf({ ...settings, reviewWeekday: 3 })).reviewWeekday).toBe(3);
});

test('the meetings are all of the form that says when they are', () => {
  const { milestoneLateDays, dueSoonDays, silentDays, timesMoved, dueDateApproval, ...rest } = settings;
  const { minEvidenceKinds, newestWithinDays, requireImpact, ...rhythm } = rest;
  expect(rhythmOf(typedOf(settings))).toEqual(rhythm);
});

test('a number that is none stays none, and spaces about a time go', () => {
  const typed = { ...typedOf(settings), reviewMinutes: ' ', boardEveryWeeks: 'four', reviewTime: ' 10:00 ' };
  expect(rhythmOf(typed)).toMatchObject({
    reviewMinutes: Number.NaN,
    boardEveryWeeks: Number.NaN,
    reviewTime: '10:00',
  });
});

test.each([
  [0, 'On the day itself'],
  [1, 'The day before'],
  [2, '2 days before'],
])('%i: %s', (days, words) => expect(beforeWords(days)).toBe(words));
