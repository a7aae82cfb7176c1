import { expect, expectAccessible, test } from './fixtures.ts';
import { type RunningServer, runServer } from './run-server.ts';

const PASSWORD = 'walnut harbour trombone';
let server: RunningServer;

test.beforeAll(async () => {
  server = await runServer({ mode: 'empty' });
});
test.afterAll(() => server.stop());

test('a new installation: first administrator, a team, a post, an invitation, and the end of an account', async ({
  page,
  browser,
  consoleNoise,
}) => {
  test.setTimeout(180_000);
  consoleNoise.allowed.push(/status of 4\d\d/);
  await test.step('the first administrator, with the code from the console', async () => {
    const address = /open (http\S+set-up\?code=\S+)/.exec(server.output())?.[1];
    if (!address) throw new Error(`no set-up address in:\n${server.output()}`);
    await page.goto(address);
    await page.getByLabel('Name or post').fill('Programme Lead, holder 1');
    await page.getByLabel('E-mail address').fill('lead@trust.example');
    await page.getByLabel('Password', { exact: true }).fill('password1234');
    await page.getByRole('button', { name: /Set up|Create|Begin/ }).click();
    await expect(page.getByText('There is a problem')).toBeVisible();
    await expectAccessible(page, 'set-up with a weak password');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: /Set up|Create|Begin/ }).click();
    await expect(page.getByText(/Import/).first()).toBeVisible();
    await expectAccessible(page, 'the first page of a new installation');
  });

  await test.step('a team and a post', async () => {
    await page.goto(`${server.url}/teams`);
    await page
      .getByRole('button', { name: /Add a team|New team|Make a team|first team/i })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel(/Name/).fill('Fostering');
    await expectAccessible(page, 'adding a team');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Add|Make|Save/ })
      .click();
    await expect(page.getByRole('heading', { name: 'Fostering' })).toBeVisible();
  });

  const link = await test.step('an invitation, whose link is shown once', async () => {
    await page.goto(`${server.url}/people`);
    await page
      .getByRole('button', { name: /Invite/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('Head of Fostering, holder 1');
    await dialog.getByLabel(/E-mail/).fill('head@trust.example');
    await dialog.getByRole('checkbox', { name: /^Manager/ }).check();
    await expectAccessible(page, 'inviting somebody');
    await dialog.getByRole('button', { name: /Invite|Make/ }).click();
    const field = page
      .getByText(/\/join\/[\w-]+/)
      .or(page.locator('input[value*="/join/"]'))
      .first();
    await expect(field).toBeVisible();
    const shown = (await field.inputValue().catch(() => null)) ?? (await field.textContent()) ?? '';
    return /http\S+\/join\/[\w-]+/.exec(shown)?.[0] ?? '';
  });

  const theirs = await browser.newContext({ locale: 'en-GB' });
  const person = await theirs.newPage();
  await test.step('they join with it', async () => {
    await person.goto(link);
    await person.getByLabel('Password', { exact: true }).fill('lantern copper meadow');
    await person
      .getByRole('button')
      .filter({ hasText: /password|Join|Welcome|Set|Go on|Start/i })
      .last()
      .click();
    await expect(person.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });

  await test.step('deactivating the account ends their session at once', async () => {
    await page.goto(`${server.url}/people`);
    const row = page.getByRole('row', { name: /Head of Fostering/ });
    await row.getByRole('button').last().click();
    await page.getByRole('menuitem', { name: /Deactivate/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Deactivate/ })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    const session = await theirs.request.get(`${server.url}/api/session`);
    expect((await session.json()).user).toBeNull();
    await theirs.close();
  });
});
