import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

type Row = { id: string; name: string; email: string; state: string };
type Links = { links: Row[]; partners: { team: { id: string; name: string } }[] };

/** A plan on which Police works on the first two of three actions. */
async function planOfPolice(request: APIRequestContext) {
  const teams = await call<{ id: string; name: string }[]>(request, 'teams.list', undefined, 'query');
  const teamId = teams.find(({ name }) => name === 'Police')?.id;
  const own = await makeOwnPlan(request, [
    { title: 'Answer strategy discussions within a day', teamId },
    { title: 'Share missing reports each morning', teamId },
    { title: 'Recruit twelve households' },
  ]);
  return { ...own, teamId };
}

const links = (request: APIRequestContext, planId: string) =>
  call<Links>(request, 'updateLinks.list', { planId }, 'query');

/** Sends a link on screen and takes the address that is shown once. */
async function sendLink(page: Page, planId: string): Promise<string> {
  await page.goto(`/plans/${planId}/update-links`);
  await page.getByRole('button', { name: 'Send a link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill('inspector');
  await dialog.getByRole('button', { name: 'Send the link' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Enter the post, like Partnership Inspector');
  await expect(dialog.getByLabel('E-mail address')).toHaveValue('inspector');
  await dialog.getByLabel('E-mail address').fill('inspector@police.example');
  await dialog.getByLabel('Post', { exact: true }).fill('Partnership Inspector');
  await dialog.getByRole('button', { name: 'Send the link' }).click();
  const address = await dialog.getByLabel('Link for updates').inputValue();
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await expect(dialog).toHaveCount(0);
  return address;
}

const formOf = (page: Page, reference: string) => page.getByRole('form', { name: `Update ${reference}` });

test('a partner without an account writes, comes back, corrects, and sends all at once', async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const plan = await planOfPolice(context.request);
  const address = await sendLink(page, plan.planId);
  const { pathname, hash } = new URL(address);
  const secret = hash.slice(1);
  const outside = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London' });
  const partner = await outside.newPage();
  const asked: string[] = [];
  partner.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''));
  await partner.goto(`${pathname}${hash}`);
  await expect(partner.getByRole('heading', { name: 'Updates from Police' })).toBeVisible();
  await expect(partner.getByText('0 of 2 actions sent')).toBeVisible();
  await expect(partner.getByText('Recruit twelve households')).toHaveCount(0);
  await expectAccessible(partner, 'the page behind a link');
  await expectReflow(partner, 'the page behind a link');

  await formOf(partner, 'R1.A1').getByLabel('What happened').fill('Nine of ten were answered within a day');
  await formOf(partner, 'R1.A1').getByLabel('On track').check();
  await formOf(partner, 'R1.A2').getByLabel('Nothing changed').check();
  await formOf(partner, 'R1.A2').getByLabel('Why nothing changed').fill('The new form starts in January');
  const kept = await partner.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).toContain('Nine of ten');
  expect(kept).not.toContain(secret);
  await partner.reload();
  await expect(partner.getByText('Words that you had not sent have been put back.')).toHaveCount(2);
  await partner.getByRole('button', { name: 'Send all 2 that are filled in' }).click();
  await expect(partner.getByText('Enter your post')).toBeVisible();
  await expect(partner.getByLabel('Your post')).toBeFocused();
  await partner.getByLabel('Your post').fill('Duty Sergeant');
  await partner.getByRole('button', { name: 'Send all 2 that are filled in' }).click();
  await expect(partner.getByText(/^Sent at \d\d:\d\d by Duty Sergeant$/)).toHaveCount(2);
  await expect(partner.getByText('All sent. Thank you: nothing more is wanted from you.')).toBeVisible();
  expect(
    await partner.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('gt-link'))),
  ).toEqual([]);
  await expectAccessible(partner, 'everything sent');

  await partner.getByRole('button', { name: 'Correct it: R1.A1' }).click();
  await expect(formOf(partner, 'R1.A1').getByLabel('What happened')).toHaveValue(/^Nine of ten/);
  await formOf(partner, 'R1.A1').getByLabel('What happened').fill('Eight of ten were answered within a day');
  await partner.getByRole('button', { name: 'Send the correction of R1.A1' }).click();
  await expect(partner.getByText('Eight of ten were answered within a day')).toBeVisible();
  expect(asked.filter((url) => url.includes(secret))).toEqual([]);
  await outside.close();

  const [first = ''] = plan.actionIds;
  await page.goto(`${plan.path}/${first}`);
  await expect(page.getByText('Eight of ten were answered within a day')).toBeVisible();
  await page.goto(`/plans/${plan.planId}/update-links`);
  await page.getByText(/^3 updates, last on/).click();
  await expect(page.getByText(/by Duty Sergeant/)).toHaveCount(3);
  await expectReflow(page, 'links for partners');
});

test('a link that is revoked while it is open says so and keeps the words; the newer one goes on', async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/status of 4(04|22)/);
  await signInAs('Programme Lead');
  const plan = await planOfPolice(context.request);
  const address = await sendLink(page, plan.planId);
  const outside = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London' });
  const partner = await outside.newPage();
  await partner.goto(address.slice(address.indexOf('/update')));
  await partner.getByRole('button', { name: 'I am the Partnership Inspector' }).click();
  await expect(partner.getByLabel('Your post')).toHaveValue('Partnership Inspector');
  await formOf(partner, 'R1.A1').getByLabel('What happened').fill('Nine of ten were answered within a day');
  await formOf(partner, 'R1.A1').getByLabel('On track').check();

  const revoke = page.getByRole('button', { name: 'Revoke: Partnership Inspector, Police' });
  await revoke.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke the link' }).click();
  await expect(page.getByText('No link works now.')).toBeVisible();
  await partner.getByRole('button', { name: 'Send R1.A1' }).click();
  await expect(partner.getByRole('alert').first()).toContainText('This link was withdrawn on');
  await expect(partner.getByRole('alert').first()).toContainText('the programme lead at Northmoor Council');
  await expect(formOf(partner, 'R1.A1').getByLabel('What happened')).toHaveValue(/^Nine of ten/);
  await expect(partner.getByRole('button', { name: 'Copy my words: R1.A1' })).toBeVisible();
  await partner.reload();
  await expect(partner.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await expect(partner.getByRole('heading', { name: 'Words that you typed and did not send' })).toBeVisible();
  await expect(partner.getByText('Nine of ten were answered within a day')).toBeVisible();
  await expectAccessible(partner, 'a link that works no more');
  await expectReflow(partner, 'a link that works no more');
  await partner.getByRole('button', { name: 'Remove from this browser: R1.A1' }).click();
  await expect(partner.getByText('Nine of ten')).toHaveCount(0);
  await partner.goto('/update#half-a-link');
  await partner.reload();
  await expect(partner.getByRole('alert')).toContainText('Part of this link is missing');
  await outside.close();
});

test('every agency is asked at once, with a line for each, and a link is sent again', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const plan = await planOfPolice(context.request);
  await page.goto(`/plans/${plan.planId}/update-links`);
  await page.getByLabel('E-mail address for Police').fill('inspector@police.example');
  await page.getByRole('button', { name: 'Send 1 link' }).click();
  await expect(page.getByText('Enter the post, like Partnership Inspector')).toBeVisible();
  await expect(page.getByLabel('Post at Police')).toBeFocused();
  await page.getByLabel('Post at Police').fill('Partnership Inspector');
  await page.getByRole('button', { name: 'Send 1 link' }).click();
  await expect(page.getByRole('heading', { name: '1 link made' })).toBeFocused();
  await expect(page.getByLabel('Link for Police')).toHaveValue(/\/update#[\w-]{43}$/);
  await expectAccessible(page, 'what became of each');
  await page.getByRole('button', { name: 'Send again: Partnership Inspector, Police' }).click();
  await page.getByRole('dialog').getByLabel('Works for').selectOption('30 days');
  await page.getByRole('dialog').getByRole('button', { name: 'Send it again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByText('1 link that ended')).toBeVisible();
  const { links: all } = await links(context.request, plan.planId);
  expect(all.map(({ state }) => state).sort()).toEqual(['REPLACED', 'WORKING']);
});
