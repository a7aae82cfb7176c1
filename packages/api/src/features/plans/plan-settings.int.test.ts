import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const lead = harness.callerAs(harness.people.lead);
const settings = {
  milestoneLateDays: 14,
  dueSoonDays: 14,
  silentDays: 14,
  timesMoved: 2,
  dueDateApproval: 'NONE' as const,
  reviewWeekday: null,
  reviewTime: '10:00',
  reviewMinutes: 60,
  boardFirstDate: null,
  boardEveryWeeks: 4,
  boardTime: '14:00',
  holidayRule: 'PREVIOUS_WORKING_DAY' as const,
  updatesDueDaysBefore: 1,
  updatesDueTime: '17:00',
};

test('a change is kept with who, when and old → new; an unchanged save is none', async () => {
  const { planId } = await harness.makePlan();
  expect(await lead.plans.settings({ planId })).toMatchObject({ ...settings, version: 1, history: [] });
  await lead.plans.editSettings({ ...settings, planId, version: 1 });
  const board = { boardFirstDate: isoDate('2026-03-24'), dueDateApproval: 'BOARD' as const };
  const saved = await lead.plans.editSettings({ ...settings, ...board, planId, version: 1, silentDays: 7 });
  expect(saved.version).toBe(2);
  const { history } = await lead.plans.settings({ planId });
  expect(history).toMatchObject([
    {
      who: 'Programme Lead',
      changes: [
        { from: '14', to: '7' },
        { from: 'Nobody', to: 'The board' },
        { from: 'none', to: '24 March 2026' },
      ],
    },
  ]);
  await expect(
    lead.plans.editSettings({ ...settings, planId, version: 1, silentDays: 21 }),
  ).rejects.toMatchObject({
    cause: {
      code: 'CONFLICT',
      current: { version: 2, changedBy: 'Programme Lead', values: { silentDays: 7 } },
    },
  });
});

test('changed thresholds turn the colour at once', async () => {
  const plan = await harness.makePlan();
  const more = { status: 'IN_PROGRESS', lastUpdateAt: new Date('2026-03-02T10:00:00Z') };
  const action = await harness.makeAction(plan, more);
  const colour = async () => (await lead.actions.get({ actionId: action.id })).calculatedRag;
  expect(await colour()).toBe('GREEN');
  await lead.plans.editSettings({ ...settings, planId: plan.planId, version: 1, silentDays: 9 });
  expect(await colour()).toBe('AMBER');
});

test.each([
  [{ silentDays: 0 }, 'Days without an update must be a whole number from 1 to 90'],
  [{ timesMoved: 1.5 }, 'Moves of the due date must be a whole number from 1 to 20'],
  [{ milestoneLateDays: 91 }, 'Days a milestone may be late must be a whole number from 0 to 90'],
  [{ boardEveryWeeks: 0 }, 'Weeks between boards must be a whole number from 1 to 26'],
  [{ reviewWeekday: 8 }, 'Choose the day of the weekly review, or none'],
  [{ reviewTime: '25:00' }, 'Enter the time of the review, like 10:00 or 14:30'],
  [{ boardFirstDate: isoDate('1926-03-24') }, 'Check the year: 24 March 1926 is not between 2000 and 2099'],
])('%j is refused: %s', async (more, message) => {
  const { planId } = await harness.makePlan();
  await expect(lead.plans.editSettings({ ...settings, ...more, planId, version: 1 })).rejects.toThrow(
    message,
  );
});
