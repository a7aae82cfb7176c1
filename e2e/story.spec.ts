import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectNothingSerious, expectReflow, signInOn, test } from './fixtures.ts';
import { openPack } from './open-pack.ts';
import { call } from './own-plan.ts';
import { storyReport } from './report.ts';

const TITLE = 'Visit every foster carer each month';

/** A page signed in as one of the sample posts, in a browser context of its own. */
async function pageAs(browser: Browser, baseURL: string | undefined, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London' });
  await signInOn(context, baseURL ?? '', name);
  return context.newPage();
}

test('from the inspection report to the evidence pack', async ({ page, signInAs, browser, baseURL }) => {
  test.setTimeout(240_000);
  const report = storyReport();
  // A second attempt meets the plan of the first: its own names keep the two apart.
  const attempt = test.info().retry === 0 ? '' : ` again ${test.info().retry}`;
  const EVIDENCE = `Audit of supervision visits${attempt}`;
  const LEFT_OUT = `Notes of the carers’ forum${attempt}`;
  test.info().annotations.push({ type: 'published reports', description: report.items ? 'run' : 'not run' });
  await signInAs('Programme Lead');

  const quotes = await test.step('import the report', async () => {
    await page.goto('/plans/new');
    await expectAccessible(page, 'import');
    await expectReflow(page, 'import');
    const file = { name: report.fileName, mimeType: 'application/pdf', buffer: report.bytes };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('heading', { name: 'Check the report' })).toBeVisible({ timeout: 30_000 });
    const words = page.getByLabel('Words of the report');
    await expect(words).toHaveCount(6);
    const found = await words.evaluateAll((fields) =>
      fields.map((field) => (field as HTMLTextAreaElement).value),
    );
    if (report.items) expect(found).toEqual(report.items);
    await expect(page.getByLabel('Authority inspected')).toHaveValue(report.authority);
    await expect(page.getByLabel('When did the council receive the report?')).toHaveValue('');

    await page.getByRole('button', { name: 'Make the plan' }).click();
    await expect(
      page.getByRole('alert').getByText('Enter the date the council received the report'),
    ).toBeVisible();
    await expectAccessible(page, 'import with errors shown');
    await expectReflow(page, 'import with errors shown');
    await page.getByLabel('Kind of inspection').selectOption({ label: 'ILACS standard inspection' });
    await page.getByLabel('When did the council receive the report?').fill('17 January 2019');
    await page.getByLabel('Name of the plan').fill(`Story plan${attempt}`);
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await expect(page.getByRole('heading', { name: 'Position', level: 1 })).toBeVisible();
    return found;
  });
  const planUrl = page.url().replace(/\/position.*/, '');

  await test.step('the clock runs 70 working days, and the submission stops it', async () => {
    await expect(page.getByText('due 29 April 2019')).toBeVisible();
    await expectAccessible(page, 'position');
    await expectReflow(page, 'position');
    await page.getByRole('button', { name: 'Record the submission' }).click();
    await page.getByLabel('Submitted on').fill('26 April 2019');
    await page.locator('input[type=file]').setInputFiles({
      name: 'statement of action.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('The written statement of action.'),
    });
    await page.getByRole('dialog').getByRole('button', { name: 'Stop the clock' }).click();
    await expect(page.getByText(/submitted on 26 April 2019/i).first()).toBeVisible();
  });

  await test.step('each recommendation has its page', async () => {
    await page.goto(`${planUrl}/recommendations`);
    for (const quote of quotes) await expect(page.getByRole('link', { name: quote })).toBeVisible();
    await expectAccessible(page, 'recommendations');
    await expectReflow(page, 'recommendations');
    await page.getByRole('link', { name: quotes[2] }).click();
    await expect(page.getByRole('heading', { name: 'Recommendation R3' })).toBeVisible();
    await expect(page.locator('blockquote')).toHaveText(quotes[2] ?? '');
    await expectAccessible(page, 'recommendation');
    await expectReflow(page, 'recommendation');
  });

  await test.step('assign an action to a team, a post and a date', async () => {
    await page.getByRole('button', { name: 'Add the first action' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What will be done').fill(TITLE);
    await dialog.getByLabel('How we will know it worked').fill('Every carer is visited each month.');
    await dialog.getByRole('combobox', { name: 'Team', exact: true }).fill('Foster');
    await page.getByRole('option', { name: /^Fostering/ }).click();
    await dialog.getByRole('combobox', { name: 'Owner (post)' }).fill('Head of Foster');
    await page.getByRole('option', { name: /^Head of Fostering \(holder 1\)/ }).click();
    await dialog.getByLabel('Due').fill('31 March 2030');
    await expectAccessible(page, 'adding an action');
    await dialog.getByRole('button', { name: 'Add the action' }).click();
    await expect(dialog).toBeHidden();
    await page.goto(`${planUrl}/actions?q=visit`);
    await expect(page.getByRole('link', { name: /^R3\.A1/ })).toBeVisible();
    await expectAccessible(page, 'the table of actions');
    await expectReflow(page, 'the table of actions');
  });

  await test.step('move the date with a reason, and see it in the history', async () => {
    await page.getByRole('link', { name: /^R3\.A1/ }).click();
    await page.getByRole('button', { name: 'Move the date' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('New due date').fill('30 April 2030');
    await dialog.getByLabel(/Why it moves/).fill('The board agreed that recruitment needs another month.');
    await expectAccessible(page, 'moving a date');
    await dialog.getByRole('button', { name: /Move|Save/ }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('due 30 April 2030').first()).toBeVisible();
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(
      page.getByRole('tabpanel').getByText('The board agreed that recruitment needs another month.').first(),
    ).toBeVisible();
    await expectAccessible(page, 'action panel with history');
  });

  await test.step("update it as the team's manager", async () => {
    const manager = await pageAs(browser, baseURL, 'Head of Fostering, holder 1');
    await manager.goto('/my-week');
    await expect(manager.getByText(TITLE).first()).toBeVisible();
    await expectAccessible(manager, 'my week');
    await expectReflow(manager, 'my week');
    await manager.goto(`${planUrl}/actions?q=visit`);
    await manager.getByRole('link', { name: /^R3\.A1/ }).click();
    await manager.getByLabel('What happened').fill('All visits of this month are booked.');
    await manager
      .getByLabel('What difference for children')
      .fill('Carers feel supported, so moves have stopped.');
    await manager.getByRole('radio', { name: 'At risk' }).check({ force: true });
    await manager.getByLabel(/Reason for the RAG/).fill('Two supervisors are still to be appointed.');
    await manager.getByLabel('Percent complete').fill('40');
    await manager.getByRole('button', { name: 'Post update' }).click();
    await expect(manager.getByText('All visits of this month are booked.').first()).toBeVisible();
    await manager.getByRole('tab', { name: /Evidence/ }).click();
    await uploadEvidence(manager, EVIDENCE, 'visit,booked\n1,yes\n');
    await uploadEvidence(manager, LEFT_OUT, 'forum,notes\n1,quiet\n');
    await expectAccessible(manager, 'action panel with evidence');
    await manager.context().close();
  });

  await test.step('prove it: the verifier accepts one item and returns the other', async () => {
    const verifier = await pageAs(browser, baseURL, 'Quality Assurance Lead, holder 1');
    await verifier.goto(`${planUrl}/evidence`);
    await expectAccessible(verifier, 'evidence');
    await expectReflow(verifier, 'evidence');
    await checkEvidence(verifier, EVIDENCE, 'Accept', 'Ten files were read; they show what is claimed.');
    await verifier.goto(`${planUrl}/evidence`);
    await checkEvidence(verifier, LEFT_OUT, 'Return', 'The notes do not say which carers took part.');
    await verifier.context().close();
  });

  let zip = Buffer.alloc(0);
  await test.step('export the evidence pack', async () => {
    await page.goto(`${planUrl}/packs`);
    await page.getByLabel('Everything up to a day').check();
    await page.getByRole('button', { name: /^Build/ }).click();
    await expect(page.getByRole('alert')).toContainText('Enter the last day that the pack tells of');
    await expectAccessible(page, 'packs with an error shown');
    await expectReflow(page, 'packs with an error shown');
    await page.getByLabel('The plan as it is now').check();
    await page.getByRole('button', { name: /^Build/ }).click();
    const link = page.getByRole('link', { name: /Download/ }).first();
    await expect(link).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page, 'packs with a finished pack');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    zip = await readFile(await download.path());
    const pack = await openPack(await download.path());
    expect(pack.wrong).toEqual([]);
    for (const quote of quotes) expect(pack.text('index.html')).toContain(quote);
    const evidence = pack.paths.filter((path) => path.startsWith('evidence/'));
    expect(evidence).toHaveLength(1);
    const line = pack.manifest.files.find(({ path }) => path === evidence[0]);
    expect(line?.title).toBe(EVIDENCE);
    expect(pack.manifest.omissions.map((omission) => omission.title)).toContain(LEFT_OUT);
    expect(evidence.length + pack.manifest.omissions.length).toBe(2);
    const leftOut = pack.text('OMISSIONS.csv').trim().split('\r\n').slice(1);
    expect(leftOut.filter((row) => row.includes(',evidence,'))).toHaveLength(1);
    expect(pack.manifest.counts.evidenceInScope).toBe(evidence.length + leftOut.length);
    const key = await page.request.get(`${await link.getAttribute('href')}/key`, {
      headers: { 'x-golden-thread': '1' },
    });
    expect(pack.isSignedBy(await key.text())).toBe(true);
    await openOffline(browser, pack, quotes);
    const pdf = await pack.describePdf('summary.pdf');
    expect(pdf).toMatchObject({ language: 'en-GB', isTagged: true });
    expect(pdf.title).toContain('Story plan');
    expect(pdf.headerCells).toBeGreaterThan(4);
    for (const quote of quotes) expect(pdf.text).toContain(quote.replace(/[\s\u00ad-]+/g, ''));
  });

  await test.step('whoever has the ZIP can have it checked: whole, or changed in one byte', async () => {
    const check = async (buffer: Buffer) => {
      await page.goto(`${planUrl}/pack-check`);
      const file = { name: 'pack.zip', mimeType: 'application/zip', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
      return page.getByRole('region', { name: 'pack.zip' });
    };
    await expect(await check(zip)).toContainText('Pack 1, with these very bytes');
    await expectAccessible(page, 'a pack that is whole');
    const changed = Buffer.from(zip);
    const middle = Math.floor(changed.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    const verdict = await check(changed);
    await expect(verdict).toContainText('No pack with these bytes');
    await expect(verdict.getByRole('listitem')).not.toHaveCount(0);
    await expectAccessible(page, 'a pack that was changed');
    await expectReflow(page, 'a pack that was changed');
    await page.goto(`${planUrl}/packs`);
  });

  await test.step('the next pack is held beside the first, and neither is for everybody', async () => {
    const planId = planUrl.split('/').at(-1) ?? '';
    const { rows } = await call<{ rows: { id: string; title: string; version: number }[] }>(
      page.request,
      'evidence.list',
      { planId },
      'query',
    );
    const proof = rows.find(({ title }) => title === EVIDENCE);
    const reason = 'It is of another quarter; a better one follows.';
    await call(page.request, 'evidence.withdraw', { evidenceId: proof?.id, version: proof?.version, reason });
    await page.getByRole('button', { name: /^Build/ }).click();
    await page.getByRole('link', { name: /^Open pack 2/ }).click({ timeout: 60_000 });
    const beside = page.getByRole('region', { name: 'Beside pack 1' });
    await expect(beside.getByRole('listitem').filter({ hasText: EVIDENCE })).toContainText('Removed');
    await page.getByRole('button', { name: 'Check the stored pack' }).click();
    await expect(
      page.getByText(/Whole: all \d+ files match the manifest, its signature is by this installation/),
    ).toBeVisible();
    await expectAccessible(page, 'a pack that was checked');
    await expectReflow(page, 'a pack that was checked');

    const manager = await pageAs(browser, baseURL, 'Head of Fostering, holder 1');
    await manager.goto(page.url());
    await expect(manager.getByText('Packs are read by the programme lead.')).toBeVisible();
    await expect(manager.getByRole('region', { name: 'Beside pack 1' })).toHaveCount(0);
    const href = await page.getByRole('link', { name: 'Download the pack' }).getAttribute('href');
    const refused = await manager.request.get(href ?? '', { headers: { 'x-golden-thread': '1' } });
    expect(refused.status()).toBe(403);
    await manager.context().close();
  });
});

/** Unzips the pack and opens its index from the folder, without a network: every link leads to a file. */
async function openOffline(
  browser: Browser,
  pack: Awaited<ReturnType<typeof openPack>>,
  quotes: readonly string[],
): Promise<void> {
  const folder = test.info().outputPath('unpacked');
  await pack.unpackTo(folder);
  const context = await browser.newContext({ offline: true });
  const index = await context.newPage();
  await index.goto(pathToFileURL(join(folder, 'index.html')).href);
  for (const quote of quotes) await expect(index.locator('blockquote', { hasText: quote })).toBeVisible();
  await expectNothingSerious(index, 'the index of a pack');
  await expectReflow(index, 'the index of a pack');
  const links = await index
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const files = links.filter((href) => !href.includes('#')).map((href) => fileURLToPath(href));
  expect(files.length).toBeGreaterThan(6);
  for (const file of files) expect((await stat(file)).isFile(), file).toBe(true);
  for (const href of links.filter((one) => one.includes('#'))) {
    await expect(index.locator(`[id="${new URL(href).hash.slice(1)}"]`)).toHaveCount(1);
  }
  await context.close();
}

async function uploadEvidence(page: Page, title: string, words: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: `${title}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(words),
  });
  await page.getByLabel('Title').last().fill(title);
  await page.getByLabel('Kind').last().selectOption({ label: 'Audit' });
  await page.getByLabel('What it shows').last().fill('Whether carers are visited each month.');
  await page
    .getByRole('button', { name: /^(Upload|Add|Send)/ })
    .last()
    .click();
  await expect(page.getByText(title).first()).toBeVisible();
}

async function checkEvidence(
  page: Page,
  title: string,
  answer: 'Accept' | 'Return',
  reason: string,
): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click();
  await page.getByRole('button', { name: `${answer} …` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await expectAccessible(page, `${answer} evidence`);
  await dialog.getByRole('button', { name: `${answer} it` }).click();
  await expect(dialog).toBeHidden();
}
