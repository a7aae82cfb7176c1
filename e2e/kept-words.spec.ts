import { expect, expectAccessible, signInOn, test } from './fixtures.ts';

const WORDS = 'The panel met and every match was read again.';

test('a session that ends while typing loses no word', async ({
  page,
  context,
  signInAs,
  plan,
  baseURL,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/401/);
  await signInAs('Head of Fostering, holder 1');
  await page.goto(`${plan}/actions?q=R2.A6`);
  await page.getByRole('link', { name: /^R2\.A6/ }).click();
  await page.getByLabel('What happened').fill(WORDS);
  // The rule says it too, so that no difference between the two has to be explained.
  await page.getByRole('radio', { name: 'Off track' }).check({ force: true });
  await page.getByLabel(/Reason for the RAG/).fill('The panel is one member short.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Post update' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Your words are kept');
  await expectAccessible(page, 'signed out while typing');
  await signInOn(context, baseURL ?? '', 'Head of Fostering, holder 1');
  await page.goto(`${plan}/actions?q=R2.A6`);
  await page.getByRole('link', { name: /^R2\.A6/ }).click();
  await expect(page.getByLabel('What happened')).toHaveValue(WORDS);
  await page.getByRole('button', { name: 'Post update' }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: WORDS })).toBeVisible();
  await expect(page.getByLabel('What happened')).toHaveValue('');
});

test('a stale edit shows both versions and keeps mine', async ({
  page,
  context,
  signInAs,
  plan,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/409/);
  await signInAs('Programme Lead');
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(`${plan}/actions?q=R5.A2`);
    await each.getByRole('link', { name: /^R5\.A2/ }).click();
    await each.getByRole('tab', { name: 'Detail' }).click();
    await each.getByRole('button', { name: 'Change', exact: true }).click();
  }
  const title = (each: typeof page) => each.getByRole('dialog').getByLabel('What will be done');
  await title(other).fill('Their wording of the action');
  await other.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  await expect(other.getByRole('dialog')).toBeHidden();
  await title(page).fill('My wording of the action');
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Their wording of the action');
  await expect(dialog).toContainText('My wording of the action');
  await expectAccessible(page, 'both versions of a stale edit');
});

test('a part of the page that cannot be fetched leaves the page, its words, and a way to ask again', async ({
  page,
  signInAs,
  plan,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/ERR_FAILED/, /Failed to fetch dynamically imported module/);
  await signInAs('Head of Fostering, holder 1');
  await page.goto(`${plan}/actions?q=R2.A6`);
  await page.getByRole('link', { name: /^R2\.A6/ }).click();
  await page.getByLabel('What happened').fill(WORDS);
  await page.route('**/assets/command-palette-*.js', (route) => route.abort());
  await page.keyboard.press('Control+k');
  const notice = page.getByRole('alert').filter({ hasText: 'could not be fetched' });
  await expect(notice).toBeVisible();
  await expectAccessible(page, 'a part that could not be fetched');
  await expect(page.getByLabel('What happened')).toHaveValue(WORDS);
  await page.unroute('**/assets/command-palette-*.js');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('What happened')).toHaveValue(WORDS);
});
