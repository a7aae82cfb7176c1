import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';

test('who has not updated is seen by team, nudged at one press, and told in the inbox', async ({
  browser,
  page,
  baseURL,
  signInAs,
  plan,
}) => {
  test.setTimeout(300_000);
  await signInAs('Programme Lead');
  await page.goto(`${plan}/updates-wanted`);
  await expect(page.getByRole('heading', { name: 'Updates wanted', level: 1 })).toBeVisible();
  await expect(page.getByText(/of \d+ open actions without an update/).first()).toBeVisible();
  await expectAccessible(page, 'updates wanted');
  await expectReflow(page, 'updates wanted');
  const fostering = page.getByRole('region', { name: 'Fostering', exact: true });
  await fostering.getByRole('checkbox', { name: 'Choose all of Fostering' }).check();
  await page.getByRole('button', { name: /^Nudge for \d+ actions?$/ }).click();
  const results = page.getByRole('region', { name: /nudged/ });
  await expect(results).toContainText('Head of Fostering, holder 1');
  await expectAccessible(page, 'updates wanted, with what became of a nudge');

  const asked = await browser.newContext({ baseURL });
  await signInOn(asked, baseURL ?? '', 'Head of Fostering, holder 1');
  const inbox = await asked.newPage();
  await inbox.goto('/inbox');
  const line = inbox.getByRole('listitem').filter({ hasText: 'asks for your update' }).first();
  await expect(line).toContainText('Programme Lead');
  await line.getByRole('link').first().click();
  await expect(inbox.getByRole('heading', { name: 'Update your actions', level: 1 })).toBeVisible();
  await expect(inbox.getByRole('article').first()).toBeVisible();
  await expectAccessible(inbox, 'update your actions');
  await expectReflow(inbox, 'update your actions');
  await asked.close();
});

test('an administrator sees how mail stands, and a wrong domain is refused in a sentence', async ({
  page,
  signInAs,
  consoleNoise,
}) => {
  test.setTimeout(180_000);
  consoleNoise.allowed.push(/status of 400/);
  await signInAs('Administrator');
  await page.goto('/more');
  const mail = page.getByRole('form', { name: 'Domains inside' });
  await expect(page.getByText('Mail is not set up')).toBeVisible();
  await mail.getByLabel('Domains of the trust and the council').fill('not a domain!');
  await mail.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectAccessible(page, 'mail, with an error shown');
  await expectReflow(page, 'mail, with an error shown');
});
