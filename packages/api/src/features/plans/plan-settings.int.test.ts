import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const lead = harness.callerAs(harness.people.lead);
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

test('a changed evidence test is that of every open recommendation without its own, each with its history', async () => {
  const { planId, recommendationIds } = await harness.makePlan();
  const [followed = '', own = ''] = recommendationIds;
  const { recommendationId: closed } = await lead.recommendations.add({
    planId,
    idempotencyKey: newId(),
    quote: 'The quality of plans.',
    leadIn: null,
    page: null,
    judgementAreas: [],
    frameworkRefs: [],
  });
  await harness.db.recommendation.update({
    where: { id: closed },
    data: { status: 'CLOSED' },
    select: { id: true },
  });
  const { leadPost: _post, evidenceTest, ...got } = await lead.recommendations.get({ recommendationId: own });
  const { goodLooksLike, closureTest, judgementAreas, version } = got;
  const answers = { leadPostId: null, goodLooksLike, closureTest, judgementAreas, ...evidenceTest };
  await lead.recommendations.edit({ ...answers, recommendationId: own, version, newestWithinDays: 30 });
  expect((await lead.plans.settings({ planId })).evidenceTests).toEqual({ asPlan: 1, own: 1 });

  const test = { minEvidenceKinds: 3, newestWithinDays: 60, requireImpact: false };
  await lead.plans.editSettings({ ...settings, ...test, planId, version: 1 });
  const testOf = async (recommendationId: string) =>
    (await lead.recommendations.get({ recommendationId })).evidenceTest;
  expect(await testOf(followed)).toEqual(test);
  expect(await testOf(own)).toMatchObject({ minEvidenceKinds: 2, newestWithinDays: 30 });
  expect(await testOf(closed)).toMatchObject({ minEvidenceKinds: 2, newestWithinDays: 90 });
  const { evidenceTests, history } = await lead.plans.settings({ planId });
  expect(evidenceTests).toEqual({ asPlan: 1, own: 1 });
  expect(history[0]?.changes).toEqual([
    { field: 'Kinds of evidence that a recommendation needs, at least', from: '2', to: '3' },
    { field: 'Newest evidence no older than (days)', from: '90', to: '60' },
    { field: 'Evidence must show a difference for children', from: 'yes', to: 'no' },
  ]);
  const events = await harness.db.auditEvent.findMany({
    where: { planId, action: 'recommendation.edit' },
    select: { entityId: true },
    orderBy: { id: 'asc' },
  });
  expect(events.map(({ entityId }) => entityId)).toEqual([own, followed]);
});

test.each([
  [{ silentDays: 0 }, 'Days without an update must be a whole number from 1 to 90'],
  [{ timesMoved: 1.5 }, 'Moves of the due date must be a whole number from 1 to 20'],
  [{ milestoneLateDays: 91 }, 'Days a milestone may be late must be a whole number from 0 to 90'],
  [{ boardEveryWeeks: 0 }, 'Weeks between boards must be a whole number from 1 to 26'],
  [{ minEvidenceKinds: 0 }, 'Kinds of evidence must be a whole number from 1 to 7'],
  [{ reviewWeekday: 8 }, 'Choose the day of the weekly review, or none'],
  [{ reviewTime: '25:00' }, 'Enter the time of the review, like 10:00 or 14:30'],
  [{ boardFirstDate: isoDate('1926-03-24') }, 'Check the year: 24 March 1926 is not between 2000 and 2099'],
])('%j is refused: %s', async (more, message) => {
  const { planId } = await harness.makePlan();
  await expect(lead.plans.editSettings({ ...settings, ...more, planId, version: 1 })).rejects.toThrow(
    message,
  );
});
