import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { type PlanSettingsInput, validatePlanSettings } from './index.ts';

const settings: PlanSettingsInput = {
  milestoneLateDays: 14,
  dueSoonDays: 14,
  silentDays: 14,
  timesMoved: 2,
  dueDateApproval: 'NONE',
  minEvidenceKinds: 2,
  newestWithinDays: 90,
  reviewWeekday: 2,
  reviewTime: '10:00',
  reviewMinutes: 60,
  boardFirstDate: null,
  boardEveryWeeks: 4,
  boardTime: '14:00',
  holidayRule: 'PREVIOUS_WORKING_DAY',
  updatesDueDaysBefore: 1,
  updatesDueTime: '17:00',
};

test.each<[Partial<PlanSettingsInput>, string]>([
  [{}, ''],
  [{ milestoneLateDays: 0, dueSoonDays: 1, silentDays: 90, timesMoved: 20, boardEveryWeeks: 26 }, ''],
  [{ milestoneLateDays: -1 }, 'Days a milestone may be late must be a whole number from 0 to 90'],
  [{ dueSoonDays: Number.NaN }, 'Days before the due date must be a whole number from 1 to 90'],
  [{ silentDays: 91 }, 'Days without an update must be a whole number from 1 to 90'],
  [{ timesMoved: 0 }, 'Moves of the due date must be a whole number from 1 to 20'],
  [{ boardEveryWeeks: 0.5 }, 'Weeks between boards must be a whole number from 1 to 26'],
  [{ dueDateApproval: 'COUNCIL' }, 'Choose whose word a change of due date needs'],
  [{ minEvidenceKinds: 8 }, 'Kinds of evidence must be a whole number from 1 to 7'],
  [{ newestWithinDays: 0 }, 'Days since the newest evidence must be a whole number from 1 to 730'],
  [{ reviewWeekday: null }, ''],
  [{ reviewWeekday: 0 }, 'Choose the day of the weekly review, or none'],
  [{ reviewTime: '9:30' }, 'Enter the time of the review, like 10:00 or 14:30'],
  [{ reviewTime: '23:59' }, ''],
  [{ reviewMinutes: 10 }, ''],
  [{ reviewMinutes: 481 }, 'Minutes of the weekly review must be a whole number from 10 to 480'],
  [{ boardTime: '' }, 'Enter the time of the board, like 14:00'],
  [{ holidayRule: 'SKIP' }, 'Choose what a bank holiday does with a meeting'],
  [{ updatesDueDaysBefore: 7 }, 'Days between updates and the review must be a whole number from 0 to 6'],
  [{ updatesDueTime: '5pm' }, 'Enter the time by which updates are wanted, like 17:00'],
  [
    { updatesDueDaysBefore: 0 },
    'Updates cannot be wanted after the review begins at 10:00: choose an earlier time, or a day before',
  ],
  [{ updatesDueDaysBefore: 0, updatesDueTime: '10:00' }, ''],
  [{ updatesDueDaysBefore: 0, reviewWeekday: null }, ''],
  [{ boardFirstDate: isoDate('1926-03-24') }, 'Check the year: 24 March 1926 is not between 2000 and 2099'],
])('settings with %j: “%s”', (more, expected) => {
  expect(
    validatePlanSettings({ ...settings, ...more })
      .map((problem) => problem.message)
      .join(' | '),
  ).toBe(expected);
});
