import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

type PlanDetail = { inspections: (Record<string, unknown> & { id: string; version: number })[] };

/** A day that no meeting of the plan falls on, with more than a line for each of its actions has room for. */
const CROWDED = '2027-03-12';

test('approvals on the way to the submission, an assumed window, and a month by keyboard alone', async ({
  page,
  signInAs,
}) => {
  test.setTimeout(180_000);
  await signInAs('Programme Lead');
  const actions = Array.from({ length: 7 }, (_, index) => ({ title: `Step ${index + 1}`, dueDate: CROWDED }));
  const { planId } = await makeOwnPlan(page.request, actions);
  const { inspections } = await call<PlanDetail>(page.request, 'plans.get', { planId }, 'query');
  const { id: inspectionId, ...facts } = inspections[0] ?? { id: '', version: 0 };
  const judgements = [{ area: 'care_leavers', grade: 'INADEQUATE', page: null }];
  await call(page.request, 'inspections.edit', { ...facts, inspectionId, judgements });
  const dialog = page.getByRole('dialog');

  await test.step('the usual approvals are taken, one is marked as done and taken back', async () => {
    await page.goto(`/plans/${planId}/position`);
    await page.getByRole('button', { name: 'Use these gates' }).click();
    const gates = page.getByRole('region', { name: /^On the way to the submission/ });
    await expect(gates.getByRole('listitem')).toHaveCount(6);
    const draft = gates.getByRole('listitem').first();
    await expect(draft).toContainText('working days late');
    await draft.getByRole('button', { name: /^Mark as done/ }).click();
    await dialog.getByLabel('Day').fill('1/4/2026');
    await dialog.getByLabel('Who agreed').fill('Senior leadership team');
    await dialog.getByRole('button', { name: 'Mark as done' }).click();
    await expect(draft).toContainText('Done on 1 April 2026');
    await draft.getByRole('button', { name: 'More for First draft' }).click();
    await page.getByRole('menuitem', { name: 'Not done after all' }).click();
    await expect(draft).not.toContainText('Done on');
  });

  await test.step('another window is assumed with a reason, which stays on record', async () => {
    const window = page.getByRole('region', { name: 'Re-inspection' });
    await expect(window).toContainText('An assumption');
    await window.getByRole('button', { name: /^Assume another window/ }).click();
    await dialog.getByLabel('Could come from').fill('1/9/2031');
    await dialog.getByLabel('Most likely until').fill('31/12/2031');
    await dialog.getByLabel('Why').fill('Said at the annual conversation.');
    await expectAccessible(page, 'assuming a window');
    await dialog.getByRole('button', { name: 'Assume this window' }).click();
    await expect(window).toContainText(
      'Could come from 1 September 2031; most likely until 31 December 2031',
    );
    await expect(window).toContainText('Said at the annual conversation.');
  });

  await test.step('arrows go by day and week, Home and End by the week, Page Down by the month', async () => {
    await page.goto(`/plans/${planId}/calendar?on=2027-01-29&show=month`);
    const here = page.locator('[role="gridcell"][tabindex="0"]');
    await here.focus();
    for (const [key, date] of [
      ['PageDown', '2027-02-28'],
      ['ArrowRight', '2027-03-01'],
      ['End', '2027-03-07'],
      ['ArrowDown', '2027-03-14'],
      ['Home', '2027-03-08'],
      ['Shift+PageDown', '2028-03-08'],
      ['Shift+PageUp', '2027-03-08'],
      ['PageUp', '2027-02-08'],
      ['PageDown', '2027-03-08'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.locator(`[data-date="${date}"]`)).toBeFocused();
    }
    await expect(page.getByRole('heading', { name: 'March 2027' })).toBeVisible();
    await expect(page.getByRole('gridcell', { name: /^Friday 26 March 2027, Good Friday/ })).toBeVisible();
  });

  await test.step('a crowded day says how much it holds, and Enter opens it', async () => {
    const crowded = page.getByRole('gridcell', { name: /^Friday 12 March 2027, 7 entries/ });
    await expect(crowded).toContainText('and 5 more');
    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowRight');
    await expect(crowded).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('link', { name: /R1\.A\d Step/ })).toHaveCount(7);
    await expectAccessible(page, 'a day of the calendar');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(crowded).toBeFocused();
  });

  await test.step('a visit is put in, stands in the grid and in the list, and goes out as a file', async () => {
    await page.getByRole('button', { name: 'Add a date' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('First day').fill('');
    await dialog.getByRole('button', { name: 'Add the date' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Enter the first day');
    await dialog.getByLabel('First day').fill('17/3/2027');
    await dialog.getByLabel('Last day').fill('18/3/2027');
    await dialog.getByRole('button', { name: 'Add the date' }).click();
    await expect(dialog).toBeHidden();
    await expect(
      page.getByRole('gridcell', { name: /^Thursday 18 March 2027, 1 entry: Monitoring visit, expected/ }),
    ).toBeVisible();
    await expectAccessible(page, 'a month of the calendar');
    await expectReflow(page, 'a month of the calendar');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as iCalendar' }).click();
    expect((await download).suggestedFilename()).toMatch(/^calendar-.+\.ics$/);
    await page.getByRole('radio', { name: 'List' }).check();
    const list = page.getByRole('table', { name: /^What stands in March 2027/ });
    await list.getByRole('link', { name: 'Monitoring visit' }).first().click();
    await expect(dialog).toContainText('17 March 2027 to 18 March 2027');
    await page.keyboard.press('Escape');
    await expectAccessible(page, 'the calendar as a list');
    await expectReflow(page, 'the calendar as a list');
  });
});
