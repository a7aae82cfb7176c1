import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan, type OwnPlan } from './own-plan.ts';

const HEADERS = { 'x-golden-thread': '1' };
const WORDS = 'Nine of ten visits came on the day that was agreed.';

/** Uploads a text as evidence of the plan's action. */
async function upload(request: APIRequestContext, { planId, actionIds }: OwnPlan, title: string) {
  const about = { planId, title, kind: 'AUDIT', shows: 'Visits come on time.', actionIds: [actionIds[0]] };
  const answer = await request.post('/files/evidence', {
    headers: {
      ...HEADERS,
      'content-type': 'text/plain',
      'x-evidence': encodeURIComponent(JSON.stringify(about)),
      'x-idempotency-key': crypto.randomUUID(),
      'x-file-name': 'audit.txt',
    },
    data: Buffer.from(WORDS),
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as { evidenceId: string };
}

/** An account of its own beside the test's. */
async function contextOf(browser: Browser, baseURL: string, name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL });
  await signInOn(context, baseURL, name);
  return context;
}

/** A plan with one accepted and one unchecked item of evidence, and its pack. */
async function planWithPack(page: Page, browser: Browser, baseURL: string): Promise<OwnPlan> {
  const { request } = page;
  const teams = await call<{ id: string; name: string }[]>(request, 'teams.list', undefined, 'query');
  const teamId = teams.find(({ name }) => name.startsWith('Fostering'))?.id ?? '';
  const own = await makeOwnPlan(request, [{ title: 'Visit carers every month', teamId }]);
  const uploader = await contextOf(browser, baseURL, 'Head of Fostering, holder 1');
  const { evidenceId } = await upload(uploader.request, own, 'Audit of visits');
  await upload(uploader.request, own, 'Audit that nobody checked');
  const verifier = await contextOf(browser, baseURL, 'Quality Assurance Lead, holder 1');
  await call(verifier.request, 'evidence.check', {
    evidenceId,
    version: 1,
    versionNumber: 1,
    decision: 'ACCEPTED',
  });
  await Promise.all([uploader.close(), verifier.close()]);
  await expect
    .poll(async () => await leftOut(request, own.planId), { timeout: 60_000 })
    .not.toContain('Not screened for personal data yet.');
  const { packId } = await call<{ packId: string }>(request, 'packs.build', {
    planId: own.planId,
    idempotencyKey: crypto.randomUUID(),
  });
  await expect
    .poll(async () => (await call<{ state: string }>(request, 'packs.get', { packId }, 'query')).state, {
      timeout: 120_000,
    })
    .toBe('READY');
  return own;
}

async function leftOut(request: APIRequestContext, planId: string): Promise<string[]> {
  const input = { planId, recommendationIds: [] };
  const ready = await call<{ leftOut: { reason: string }[] }>(request, 'packs.readiness', input, 'query');
  return ready.leftOut.map(({ reason }) => reason);
}

test('an inspector enters by link and code, reads the pack, asks, and every step is in the log', async ({
  page,
  browser,
  baseURL,
  signInAs,
  consoleNoise,
}) => {
  test.setTimeout(300_000);
  consoleNoise.allowed.push(/status of 4(03|22)/);
  await signInAs('Programme Lead');
  const own = await planWithPack(page, browser, baseURL ?? '');
  const rooms = `/plans/${own.planId}/rooms`;
  const outside = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London' });
  const visitor = await outside.newPage();
  const asked: string[] = [];
  visitor.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''));
  const today = new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' });

  const keys = await test.step('the lead makes a room, and is shown link and code once', async () => {
    await page.goto(rooms);
    await page.getByRole('button', { name: 'Make a room' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the room' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Enter a name, like Monitoring visit, March');
    await dialog.getByLabel('Name of the room').fill('Monitoring visit');
    await dialog.getByLabel('First day').fill(today);
    await dialog.getByLabel('Last day').fill(today);
    await expectAccessible(page, 'making a room');
    await dialog.getByRole('button', { name: 'Make the room' }).click();
    const link = await dialog.getByLabel('Link for Lead inspector').inputValue();
    const code = await dialog.getByLabel('Code for Lead inspector').inputValue();
    await expectAccessible(page, 'links and codes');
    await dialog.getByRole('button', { name: 'I have them' }).click();
    await expect(dialog).toHaveCount(0);
    return { link: link.slice(link.indexOf('/room')), code };
  });

  await test.step('the link alone opens nothing; with its code it opens the pack', async () => {
    await visitor.goto(keys.link);
    await visitor.getByLabel('Code').fill('BBBBB-BBBBB');
    await visitor.getByRole('button', { name: 'Enter' }).click();
    await expect(visitor.getByRole('alert')).toContainText('This code is not right');
    await expectAccessible(visitor, 'the door of the room');
    await expectReflow(visitor, 'the door of the room');
    await visitor.getByLabel('Code').fill(keys.code.toLowerCase());
    await visitor.getByRole('button', { name: 'Enter' }).click();
    await expect(visitor.getByRole('heading', { name: 'Monitoring visit', level: 1 })).toBeVisible();
    expect(new URL(visitor.url()).hash).toBe('');
    const secret = keys.link.split('#')[1] ?? '';
    expect(asked.filter((url) => url.includes(secret))).toEqual([]);
    await expect(visitor.getByText('OFFICIAL-SENSITIVE', { exact: true })).toHaveCount(2);
    await expect(visitor.getByText('What you open and download here is recorded')).toBeVisible();
    await expectAccessible(visitor, 'the room');
    await expectReflow(visitor, 'the room');
  });

  await test.step('it shows what is in the pack and says what is not', async () => {
    await expect(visitor.getByRole('region', { name: /^What was left out/ })).toContainText(
      'Audit that nobody checked: Not verified yet',
    );
    await visitor.getByRole('searchbox', { name: 'Find in the pack' }).fill('audit visits');
    await visitor.getByRole('link', { name: /E1 Audit of visits/ }).click();
    const evidence = visitor.getByRole('region', { name: 'Evidence' });
    await expect(evidence.getByRole('heading', { name: 'E1 Audit of visits' })).toBeInViewport();
    await expect(visitor.getByRole('searchbox', { name: 'Find in the pack' })).toHaveValue('');
    await expect(evidence).not.toContainText('Audit that nobody checked');
    await evidence.getByRole('button', { name: /Look at it here/ }).click();
    await expect(evidence).toContainText(WORDS);
    const download = visitor.waitForEvent('download');
    await evidence.getByRole('link', { name: 'Download E1' }).click();
    expect((await download).suggestedFilename()).toBe('E0001-audit.txt');
    await expectAccessible(visitor, 'a recommendation in the room');
    await expectReflow(visitor, 'a recommendation in the room');
  });

  await test.step('a question reaches the lead, and its answer comes back', async () => {
    await visitor.getByRole('link', { name: 'The pack, and your questions' }).click();
    await visitor.getByLabel('Your question').fill('How do you know that visits come on time?');
    await visitor.getByRole('button', { name: 'Ask' }).click();
    await expect(visitor.getByRole('list', { name: 'Questions asked in this room' })).toContainText(
      'Waits for an answer.',
    );
    await page.goto('/inbox');
    await expect(page.getByText('asks in the inspector room').first()).toBeVisible();
    await page.goto(`/plans/${own.planId}/enquiries`);
    await page.getByRole('button', { name: 'Edit Q1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E1 Audit of visits').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await visitor.reload();
    await expect(visitor.getByRole('list', { name: 'Questions asked in this room' })).toContainText(
      'E1 Audit of visits',
    );
  });

  await test.step('the lead reads the log and closes the room, and nothing is shown any more', async () => {
    await page.goto(rooms);
    await page.getByRole('link', { name: /Monitoring visit/ }).click();
    const log = page.getByRole('table', { name: /^Access log/ });
    for (const line of ['Wrong code', 'Entered', 'File viewed', 'File downloaded', 'Asked']) {
      await expect(log.getByText(line, { exact: true }).first()).toBeVisible();
    }
    await expectAccessible(page, 'a room and its log');
    await expectReflow(page, 'a room and its log');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Download \(CSV\)/ }).click();
    expect((await download).suggestedFilename()).toBe('Access log of inspector room 1.csv');
    await page.getByRole('button', { name: 'Close the room …' }).click();
    await page.getByRole('button', { name: 'Close it now' }).click();
    await expect(page.getByText(/^Closed on/)).toBeVisible();
    await expect(visitor.getByRole('heading', { name: 'This room is not open' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(visitor.getByText('Audit of visits')).toHaveCount(0);
    await visitor.goto(keys.link);
    await visitor.getByLabel('Code').fill(keys.code);
    await visitor.getByRole('button', { name: 'Enter' }).click();
    await expect(visitor.getByRole('alert')).toContainText('This room was closed on');
  });
  await outside.close();
});
