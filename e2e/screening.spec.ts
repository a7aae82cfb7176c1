import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

const FOUND = 'NHS number 943 476 5919';
const WHY = 'It is the example number that is printed on every leaflet of the service.';

async function openEvidenceTab(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/actions?q=R2.A2`);
  await page.getByRole('link', { name: /^R2\.A2/ }).click();
  await page.getByRole('tab', { name: /Evidence/ }).click();
}

test('a number in a file is found, justified by the uploader, and allowed by a verifier', async ({
  page,
  browser,
  signInAs,
  plan,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const title = 'Leaflet for foster carers';
  await signInAs('Head of Fostering, holder 1');

  await test.step('it is uploaded, and screening finds it', async () => {
    await openEvidenceTab(page, plan);
    const buffer = Buffer.from(`Bring the card with the ${FOUND}.\n`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Leaflet.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
    await page.getByLabel('Kind').selectOption('DOCUMENT');
    await page.getByLabel('What it shows').fill('What carers are told about health visits.');
    await page.getByRole('button', { name: /^Upload/ }).click();
    await expect(page.getByRole('link', { name: new RegExp(title) }).first()).toBeVisible();
    await page.goto(`${plan}/evidence`);
    const open = page.getByRole('region', { name: /Found by screening/ });
    await expect(open).toContainText(title, { timeout: 30_000 });
    await open.getByRole('link', { name: new RegExp(title) }).click();
    const panel = page.getByRole('region', { name: 'Screening', exact: true });
    await expect(panel).toContainText('To be settled');
    await expect(panel).toContainText('94• ••• ••19');
    await expect(panel).toContainText('Not scanned for viruses');
    await expect(panel).not.toContainText('476');
    await expectAccessible(page, 'what screening found');
    await expectReflow(page, 'what screening found');
  });

  await test.step('the uploader says in a sentence why it may stay', async () => {
    await page.getByRole('button', { name: 'Say why it may stay …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why it may stay').fill('It is fine');
    await dialog.getByRole('button', { name: 'Send it to a verifier' }).click();
    await expect(dialog.getByRole('alert')).toContainText('at least a sentence');
    await expectAccessible(page, 'a justification that is too short');
    await dialog.getByLabel('Why it may stay').fill(WHY);
    await dialog.getByRole('button', { name: 'Send it to a verifier' }).click();
    await expect(dialog).toBeHidden();
    const panel = page.getByRole('region', { name: 'Screening', exact: true });
    await expect(panel).toContainText('waits for a verifier');
    await expect(panel.getByRole('button', { name: 'Allow it …' })).toHaveCount(0);
    // The button that opened the dialog has gone with its deed; the focus has not.
    await expect.poll(() => panel.evaluate((part) => part.contains(document.activeElement))).toBe(true);
  });

  await test.step('a verifier allows it', async () => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB' });
    await signInOn(context, baseURL ?? '', 'Quality Assurance Lead, holder 1');
    const quality = await context.newPage();
    await quality.goto(`${plan}/evidence`);
    const open = quality.getByRole('region', { name: /Found by screening/ });
    await open.getByRole('link', { name: new RegExp(title) }).click();
    await expect(quality.getByText(WHY)).toBeVisible();
    await quality.getByRole('button', { name: 'Allow it …' }).click();
    const dialog = quality.getByRole('dialog');
    await expectAccessible(quality, 'allowing what was found');
    await dialog.getByRole('button', { name: 'Allow it', exact: true }).click();
    await expect(quality.getByText('Allowed by a verifier')).toBeVisible();
    await context.close();
    // The uploader's page hears of it by itself.
    await expect(page.getByText(/^✓ Allowed by a verifier/)).toBeVisible();
  });
});

test('words that are typed warn beside the field, and are kept and posted all the same', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Head of Fostering, holder 1');
  await page.goto(`${plan}/actions?q=R2.A8`);
  await page.getByRole('link', { name: /^R2\.A8/ }).click();
  const field = page.getByLabel('What happened');
  const words = 'The visit to 12 Acacia Road, Northmoor B1 1AA went well.';
  await field.fill(words);
  const warning = page.getByRole('status').filter({ hasText: 'looks as if it identifies somebody' });
  await expect(warning).toContainText('B1 1AA');
  await expect(warning).toContainText('Postcode');
  await expect(field).toHaveValue(words);
  await expectAccessible(page, 'a warning beside typed words');
  await field.fill('The visit to the house of the carers went well.');
  await expect(warning).toBeHidden();
  await field.fill(words);
  await page.getByLabel(/Reason for the RAG/).fill('The second band waits for the budget.');
  await page.getByRole('button', { name: 'Post update' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
});

test('typed words that packs leave out are allowed by a verifier with a reason, and that is taken back', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const own = await makeOwnPlan(context.request, [{ title: `Print the ${FOUND} on the card` }]);
  await page.goto(`/plans/${own.planId}/evidence`);
  const region = page.getByRole('region', { name: 'Words that packs leave out: 1' });
  await expect(region).toContainText('94• ••• ••19');
  // Nobody allows words of their own.
  await expect(region).toContainText('You wrote these words');
  await expect(region.getByRole('button', { name: /Allow for packs/ })).toHaveCount(0);

  await signInAs('Quality Assurance Lead, holder 1');
  await page.goto(`/plans/${own.planId}/evidence`);
  await region.getByRole('button', { name: /^Allow for packs … R1\.A1, Title/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Allow them' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Enter why these words identify nobody');
  await dialog.getByLabel('Why may they stand?').fill(`${WHY} Ask for ${FOUND}.`);
  await expect(
    dialog.getByRole('status').filter({ hasText: 'looks as if it identifies somebody' }),
  ).toBeVisible();
  await dialog.getByLabel('Why may they stand?').fill(WHY);
  await expectAccessible(page, 'allowing typed words for packs');
  await expectReflow(page, 'allowing typed words for packs');
  await dialog.getByRole('button', { name: 'Allow them' }).click();
  const allowed = page.getByRole('region', { name: 'Words with a finding, allowed for packs: 1' });
  await expect(allowed).toContainText(`Allowed for packs by Quality Assurance Lead, holder 1`);
  await expect(allowed).toContainText(WHY);
  await expectAccessible(page, 'typed words that were allowed');
  await allowed.getByRole('button', { name: /^Take this back/ }).click();
  await expect(region).toBeVisible();
  const { rows } = await call<{ rows: { allowance: unknown }[] }>(
    context.request,
    'screening.texts',
    { planId: own.planId },
    'query',
  );
  expect(rows.map(({ allowance }) => allowance)).toEqual([null]);
});
