import { writeWorkbook } from '@gt/intake/testing';
import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';
import { makeOwnPlan } from './own-plan.ts';

const HEAD = ['Recommendation', 'Action required', 'Owner', 'Due date', 'RAG', 'Progress'];
const ROWS = [
  HEAD,
  [
    'Practice standards are not yet agreed',
    'Agree the practice standards',
    'JS',
    '31/03/2026',
    'Amber',
    'Drafted in May',
  ],
  ['', 'Launch the practice standards', 'JS', '31/04/2026', '', ''],
  ['', 'Audit against the standards', '', 'end Q2', 'Blue', ''],
];

test('a workbook is chosen, looked at row by row, brought in, and undone', async ({ page, signInAs }) => {
  await signInAs('Programme Lead');
  const { path } = await makeOwnPlan(page.context().request, []);
  await page.goto(path);
  await page.getByRole('link', { name: 'Or bring in the workbook you have' }).click();
  const buffer = Buffer.from(writeWorkbook([{ name: 'Plan', rows: ROWS }]));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name: 'Our plan.xlsx', mimeType, buffer });
  await expect(page.getByRole('heading', { name: 'Our plan.xlsx' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('4 rows in the workbook: 2 come in, 2 do not')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByLabel('“Action required” becomes')).toHaveValue('title');
  await expectAccessible(page, 'the columns of a workbook');

  await page.getByRole('button', { name: 'Next: people' }).click();
  await expect(page.getByLabel('“JS” is')).toHaveValue('NOBODY');
  await page.getByRole('button', { name: 'Next: rules' }).click();
  await page.getByLabel('Bring it in without the date, and keep the words').check();
  await expect(page.getByText('3 come in, 1 do not')).toBeVisible();
  // What was chosen is kept: a reload stays on the step and loses nothing.
  await page.reload();
  await expect(page.getByLabel('Bring it in without the date, and keep the words')).toBeChecked();

  await page.getByRole('button', { name: 'Next: rows' }).click();
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'New action (3)' });
  await expect(page.getByText('“31/04/2026” is no day of the calendar.')).toBeVisible();
  await expectAccessible(page, 'the rows of a workbook');
  await expectReflow(page, 'the rows of a workbook');
  await page.getByRole('button', { name: 'Bring 3 rows into the plan' }).click();
  await expect(page.getByRole('button', { name: 'Undo this workbook' })).toBeVisible({ timeout: 30_000 });

  await page.goto(path);
  await expect(page.getByText('Launch the practice standards')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Undo this workbook' }).click();
  await page.getByRole('button', { name: 'Undo all of it' }).click();
  await expect(page.getByText('3 come in, 1 do not')).toBeVisible({ timeout: 30_000 });
  await page.goto(path);
  await expect(page.getByRole('link', { name: 'Or bring in the workbook you have' })).toBeVisible();
});
