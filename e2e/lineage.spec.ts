import { makeSampleReport } from '@gt/intake/testing';
import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';

test('an earlier report becomes history: what it said is confirmed, counted by theme, and taken away again', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Programme Lead');
  // A file that no attempt before has brought in.
  const year = 2018 + test.info().retry;
  const report = makeSampleReport({
    layout: 'ILACS_2018',
    authority: 'Northmoor City Council',
    startEnd: `5 March ${year} to 16 March ${year}`,
    urn: `8100${year}`,
  });
  await page.goto(`${plan}/lineage`);
  await page.getByRole('link', { name: 'Bring in an earlier report' }).click();
  const file = { name: `Northmoor ${year}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(report) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('region', { name: 'Page of the report' })).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('Kind of inspection').selectOption('ILACS_STANDARD');
  await page.getByRole('button', { name: 'Keep it as history' }).click();

  const themes = page.getByRole('region', { name: 'Themes that carried over' });
  const column = themes.getByRole('columnheader', { name: `${year}, ` }).first();
  await expect(column).toBeVisible();
  await expect(page.getByRole('heading', { name: `${year}, ` })).toBeVisible();
  await expectAccessible(page, 'lineage');
  await expectReflow(page, 'lineage');
  await themes.getByRole('button', { name: `on Permanence in ${year}` }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');

  const lines = page.getByRole('region', { name: 'Raised before, line by line' });
  await lines.getByRole('link', { name: 'R3' }).first().click();
  const raised = page.getByRole('region', { name: 'Raised before' });
  const same = raised.getByRole('button', { name: new RegExp(`^It is the same concern.*${year}`) }).first();
  await same.click();
  await expect(page.getByRole('link', { name: new RegExp(`^Raised in .*${year}`) })).toBeVisible();
  await expect(raised.getByRole('list', { name: 'Raised before, in order of time' })).toContainText(
    'Confirmed by Programme Lead',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(same).toBeVisible();
  await expectAccessible(page, 'a recommendation that was raised before');
  await expectReflow(page, 'a recommendation that was raised before');

  await page.goto(`${plan}/lineage`);
  await page.getByRole('link', { name: new RegExp(`^Kept as history.*${year}`) }).click();
  await page.getByRole('button', { name: 'Write down what was done for Item 1' }).click();
  await page.getByLabel('What was done then').fill('A board of partners met each month.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A board of partners met each month.')).toBeVisible();
  await expectAccessible(page, 'an inspection kept as history');
  await expectReflow(page, 'an inspection kept as history');
  await page.getByRole('button', { name: 'More to do with this inspection' }).click();
  await page.getByRole('menuitem', { name: 'Take it away' }).click();
  await page.getByLabel('Why is it taken away?').fill('It was brought in to be tried.');
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByRole('region', { name: 'Inspections', exact: true })).toContainText('taken away on');
  await expect(column).toBeHidden();
});
