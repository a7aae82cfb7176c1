import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

const MONTHS = ['Nov 2025', 'Dec 2025', 'Jan 2026', 'Feb 2026', 'Mar 2026', 'Apr 2026'];
const LATER = ['31/05/2026', '30/06/2026', '31/07/2026', '31/08/2026', '30/09/2026', '31/10/2026'];
const VALUES = [61, 62, 64, 63, 66, 68, 69, 72, 74, 75, 77, 80];
/** Twelve good rows as a spreadsheet shows them, and one that is no date. */
const ROWS = [...MONTHS, ...LATER].map((day, index) => `${day}\t${VALUES[index]} %`);
const PASTED = ['Month\tOn time', ...ROWS.slice(0, 5), '31/04/2024\t71 %', ...ROWS.slice(5)].join('\n');

test('a measure under a recommendation: set up, pasted, corrected, and the thread tells', async ({
  page,
  browser,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await signInAs('Programme Lead');
  const { planId, actionIds } = await makeOwnPlan(page.request, [{ title: 'Visit every carer' }]);
  const [first] = await call<{ id: string }[]>(page.request, 'recommendations.list', { planId }, 'query');
  const recommendation = `/plans/${planId}/recommendations/${first?.id}`;
  const dialog = page.getByRole('dialog');
  const chart = page.getByRole('slider', { name: /figures over time/ });
  const thread = page.getByRole('region', { name: 'The golden thread' });
  const figures = page.getByRole('region', { name: 'Figures of M1' });

  await test.step('the gap in the thread opens the form; what is missing is said', async () => {
    await page.goto(recommendation);
    await expect(thread).toContainText('No measure is linked');
    await thread.getByRole('button', { name: 'Add a measure' }).click();
    await dialog.getByRole('button', { name: 'Add the measure' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Choose which way is better');
    await expectAccessible(page, 'setting up a measure, with errors');
    await dialog.getByLabel('Name').fill('Supervision visits on time');
    await dialog.getByLabel('What is counted, and how').fill('Carers visited in the last six weeks.');
    await dialog.getByLabel('Lower is better').check();
    await dialog.getByLabel('Baseline', { exact: true }).fill('60 %');
    await dialog.getByLabel('Baseline of').fill('31/10/2025');
    await dialog.getByLabel('Target', { exact: true }).fill('90');
    await expect(dialog).toContainText('The target is worse than the baseline of 60 %');
    await dialog.getByLabel('Higher is better').check();
    await expect(dialog).not.toContainText('The target is worse');
    await dialog.getByRole('button', { name: 'Add the measure' }).click();
    await expect(dialog).toBeHidden();
    await expect(thread).toContainText('too few figures');
  });

  await test.step('twelve rows are pasted; the thirteenth is refused with its reason', async () => {
    await page.getByRole('link', { name: /M1 Supervision visits/ }).click();
    await page.getByRole('button', { name: 'Paste figures …' }).click();
    await dialog.getByLabel(/^Two columns/).fill(PASTED);
    await dialog.getByRole('button', { name: 'Check the rows' }).click();
    await expect(dialog.getByRole('status')).toContainText('12 figures to add, 1 row refused');
    await expect(dialog.getByRole('row', { name: /31\/04\/2024/ })).toContainText('April has 30 days');
    await expectAccessible(page, 'pasting figures');
    await dialog.getByRole('button', { name: 'Add 12 figures' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the chart, its words and the table say the same, by keyboard too', async () => {
    const words = page.getByRole('region', { name: 'Chart' });
    await expect(words).toContainText(
      '80 % on 31 October 2026, up 20 percentage points from the baseline of 60 %',
    );
    await expect(words).toContainText('10 percentage points short of the target of 90 %');
    await expect(figures.getByRole('row', { name: /31 Oct 2026/ })).toContainText('80 %');
    await expect(chart).toHaveAttribute('aria-valuetext', /31 October 2026: 80\s%/);
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(chart).toHaveAttribute('aria-valuetext', /30 September 2026: 77\s%/);
    await page.keyboard.press('Home');
    await expect(chart).toHaveAttribute('aria-valuetext', /30 November 2025: 61\s%/);
  });

  await test.step('a wrong figure is corrected with a reason, and stays on record', async () => {
    await page.getByRole('button', { name: 'Correct the figure of 31 October 2026' }).click();
    await dialog.getByLabel('Figure (%)').fill('79.5');
    await dialog.getByRole('button', { name: 'Correct it' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Enter why the figure is corrected');
    await expectAccessible(page, 'correcting a figure, with an error');
    await dialog.getByLabel('Why is it corrected?').fill('Two visits were counted twice.');
    await dialog.getByRole('button', { name: 'Correct it' }).click();
    await expect(dialog).toBeHidden();
    await expect(figures.getByRole('row', { name: /31 Oct 2026/ })).toContainText(
      'Two visits were counted twice.',
    );
    await page.getByText('1 figure corrected or taken away').click();
    await expect(page.getByText(/corrected by Programme Lead on/)).toBeVisible();
  });

  await test.step('a figure typed by hand is taken back from the toast', async () => {
    await page.getByRole('button', { name: 'Add a figure …' }).click();
    await dialog.getByLabel('Figure (%)').fill('81');
    await dialog.getByLabel('Of', { exact: true }).fill('1/11/2026');
    await dialog.getByRole('button', { name: 'Enter it' }).click();
    await expect(figures.getByRole('row', { name: /1 Nov 2026/ })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(figures.getByRole('row', { name: /1 Nov 2026/ })).toHaveCount(0);
    await expectAccessible(page, 'a measure beside the list');
    await expectReflow(page, 'a measure beside the list');
  });

  await test.step('an action that should move it, and the thread', async () => {
    await page.goto(`/plans/${planId}/actions/${actionIds[0]}#detail`);
    await page.getByLabel('Link a measure').selectOption({ label: 'M1 Supervision visits on time' });
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Measures it should move' })).toContainText('79.5 %');
    await page.goto(recommendation);
    await expect(thread).toContainText('1 of 1 measure moving towards target');
    await expectAccessible(page, 'a recommendation with a measure');
  });

  await test.step('a partner sees no measures', async () => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB' });
    await signInOn(context, baseURL ?? '', 'Police Partnership Lead, holder 1');
    const partner = await context.newPage();
    await partner.goto(`/plans/${planId}/measures`);
    await expect(partner.getByText(/Your role does not include this/)).toBeVisible();
    await expect(partner.getByRole('navigation', { name: 'Main' })).not.toContainText('Measures');
    await context.close();
  });
});

/** Two years of months, a step up after the first. */
const BEFORE = [71, 73, 69, 72, 74, 70, 71, 73, 72, 70, 74, 71];
const TWO_YEARS = [...BEFORE, ...BEFORE.map((value) => value + 12)];
const monthOf = (index: number) =>
  `${String(((index + 10) % 12) + 1).padStart(2, '0')}/${2024 + Math.floor((index + 10) / 12)}`;

test('a standard definition, a trajectory, change or noise, a comment, and figures from a file', async ({
  page,
  signInAs,
}) => {
  test.setTimeout(180_000);
  await signInAs('Programme Lead');
  const { planId } = await makeOwnPlan(page.request, [{ title: 'Visit every child' }]);
  const dialog = page.getByRole('dialog');
  const chart = page.getByRole('region', { name: 'Chart' });

  await test.step('two definitions are chosen at once', async () => {
    await page.goto(`/plans/${planId}/measures`);
    await page.getByRole('button', { name: 'Choose standard measures …' }).click();
    await dialog.getByLabel('Under which recommendation').selectOption({ index: 1 });
    await dialog.getByLabel('Find a definition').fill('visits protection');
    await dialog.getByLabel('Visits to children on a child protection plan in time').check();
    await dialog.getByLabel('Find a definition').fill('caseload mean');
    await dialog.getByLabel('Mean caseload').check();
    await expectAccessible(page, 'choosing standard measures');
    await dialog.getByRole('button', { name: 'Add 2 measures' }).click();
    await expect(page.getByRole('link', { name: 'Mean caseload' })).toBeVisible();
  });

  await test.step('the figures of both come from one table; each row says what becomes of it', async () => {
    await page.getByRole('link', { name: 'Figures from a file …' }).click();
    const rows = TWO_YEARS.map((value, index) => `M1\t${monthOf(index)}\t${value} %`);
    const table = ['Measure\tMonth\tActual', ...rows, 'M2\t10/2026\tn/a', 'M2\t31/04/2026\t17'].join('\n');
    await page.getByLabel('Cells copied in Excel, with their headings').fill(table);
    await page.getByRole('button', { name: 'Look at the table' }).click();
    await expect(
      page.getByText('24 figures to add, 1 without a figure, 1 refused, of 1 measure.'),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /31\/04\/2026/ })).toContainText('April has 30 days');
    await expectAccessible(page, 'a file of figures');
    await expectReflow(page, 'a file of figures');
    await page.getByRole('button', { name: 'Enter 24 figures' }).click();
    await page.getByRole('link', { name: 'Open the measures' }).click();
  });

  await test.step('the trajectory is proposed, and how far behind or ahead it is said', async () => {
    await page.getByRole('link', { name: /^Visits to children on/ }).click();
    await page.getByRole('button', { name: 'Change …' }).click();
    await dialog.getByLabel('Baseline', { exact: true }).fill('70');
    await dialog.getByLabel('Baseline of').fill('31/10/2024');
    await dialog.getByLabel('Target', { exact: true }).fill('95');
    await dialog.getByLabel('Target by').fill('31/10/2027');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'More for M1' }).click();
    await page.getByRole('menuitem', { name: 'Plan the trajectory …' }).click();
    await dialog.getByRole('button', { name: /Propose a straight line/ }).click();
    await expect(dialog.getByRole('status')).toContainText('planned values read');
    await expectAccessible(page, 'planning a trajectory');
    await dialog.getByRole('button', { name: 'Plan it' }).click();
    await expect(chart).toContainText('behind the trajectory');
  });

  await test.step('change or noise: the control chart, a step, and both kept', async () => {
    await chart.getByRole('radio', { name: 'Control chart' }).check();
    await expect(chart).toContainText('Improvement beyond noise');
    await page.getByRole('button', { name: 'More for M1' }).click();
    await page.getByRole('menuitem', { name: 'Begin the limits anew …' }).click();
    await dialog.getByLabel('First figure after the change').selectOption('2025-11-30');
    await dialog.getByLabel('What changed, and how is that known?').fill('A duty rota began that month.');
    await dialog.getByRole('button', { name: 'Begin anew' }).click();
    await expect(chart).toContainText('No more than noise');
    await expect(chart).toContainText('Since the step of 30 November 2025 the mean is 83.7 %');
    await page.reload();
    await expect(chart.getByRole('radio', { name: 'Control chart' })).toBeChecked();
    await expectAccessible(page, 'a control chart');
    await expectReflow(page, 'a control chart');
  });

  await test.step('a comment on a figure stands in its row, and on the chart', async () => {
    await page.getByRole('button', { name: 'Comment on the figure of 31 October 2026' }).click();
    await dialog.getByLabel('Comment', { exact: true }).fill('Counted after the two teams became one.');
    await dialog.getByRole('button', { name: 'Post comment' }).click();
    const figures = page.getByRole('region', { name: 'Figures of M1' });
    await expect(figures.getByRole('row', { name: /31 Oct 2026/ })).toContainText('two teams became one');
    await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /two teams became one/);
  });
});
