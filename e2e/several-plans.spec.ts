import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';

test('plans side by side; an action of one answers a recommendation of another; a letter comes into a plan', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Programme Lead');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'All plans', level: 1 })).toBeVisible();
  await expect(page.getByRole('row', { name: /All plans together/ })).toBeVisible();
  await expectAccessible(page, 'all plans');
  await expectReflow(page, 'all plans');

  await test.step('the plan that has no action of its own shows what answers it from the other', async () => {
    await page.getByRole('link', { name: 'Area SEND Northmoor', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Position', level: 1 })).toBeVisible();
    const send = page.url().replace(/\/position.*/, '');
    await page.goto(`${send}/recommendations`);
    await expect(page.getByRole('heading', { name: 'Areas for improvement' })).toBeVisible();
    await page.getByRole('link', { name: /tell their story once/ }).click();
    await expect(page.getByText(/of Northmoor .*answers this too/)).toBeVisible();
    await page.goto(`${send}/actions?plans=from`);
    await expect(page.getByRole('link', { name: /^R1\.A1/ })).toBeVisible();
  });

  await test.step('another action is chosen to answer there too', async () => {
    await page.goto(`${plan}/actions`);
    await page.getByRole('link', { name: /^R1\.A1/ }).click();
    await page.getByRole('button', { name: 'Assign', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Also serves' }).fill('Area SEND');
    await page.getByRole('option', { name: /R4 of Area SEND Northmoor/ }).click();
    await page.keyboard.press('Escape');
  });

  await test.step('a further inspection asks nothing of the plan, and what its kind has', async () => {
    await page.goto(`/plans/new?by=hand&into=${plan.split('/').at(-1)}`);
    await expect(page.getByRole('heading', { name: 'Add an inspection by hand' })).toBeVisible();
    await expect(page.getByLabel('Name of the plan')).toHaveCount(0);
    await page.getByLabel('Kind of inspection').selectOption({ label: 'Internal audit' });
    await expect(page.getByRole('radio', { name: 'Limited assurance' })).toBeVisible();
    await expect(page.getByLabel('Management response (optional)')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a finding' })).toBeVisible();
    await expectAccessible(page, 'a further inspection');
    await expectReflow(page, 'a further inspection');
  });
});
