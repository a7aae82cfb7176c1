import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { unzip } from './open-pack.ts';
import { makeOwnPlan } from './own-plan.ts';

const ACTIONS = [
  { title: 'Recruit twelve foster carers', startDate: '2026-01-05', dueDate: '2026-02-27' },
  { title: 'Agree the second band of allowances', dueDate: '2027-03-31' },
];
/** Making two files of a paper takes a while on a busy machine. */
const ISSUED_WITHIN = { timeout: 60_000 };
/** A browser that was never here fetches everything first. */
const COLD = { timeout: 30_000 };

const wording = (page: Page, section: string) => page.getByLabel(`Wording of ${section}`, { exact: true });
const paper = (page: Page) => page.getByRole('article', { name: 'The paper as it is printed' });

async function issue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Issue …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('nobody can change them afterwards');
  await dialog.getByRole('button', { name: 'Issue it' }).click();
  await expect(page.getByLabel('This paper').getByText('Issued', { exact: true })).toBeVisible(ISSUED_WITHIN);
}

async function bytesOf(download: Promise<Download>, link: Locator): Promise<Buffer> {
  await link.click();
  return readFile(await (await download).path());
}

/** A board report of a plan of the test's own, as a draft that is open. */
async function makeBoardReport(page: Page): Promise<string> {
  const { planId } = await makeOwnPlan(page.context().request, ACTIONS);
  await page.goto(`/plans/${planId}/reports`);
  await page.getByRole('button', { name: 'Make a board report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Board report 1/ })).toBeVisible();
  return planId;
}

test('a board report is made in one click, worded, issued and made anew', async ({ page, signInAs }) => {
  test.setTimeout(300_000);
  await signInAs('Programme Lead');
  const { planId } = await makeOwnPlan(page.context().request, ACTIONS);

  await test.step('nothing is there yet, and the page says what to do', async () => {
    await page.goto(`/plans/${planId}/reports`);
    await expect(page.getByText('No board report has been made yet.')).toBeVisible();
    await expect(page.getByText(/There is none yet, so one is taken now/)).toBeVisible();
    await expectAccessible(page, 'reports, empty');
    await expectReflow(page, 'reports, empty');
  });

  await test.step('one click makes a draft', async () => {
    await page.getByRole('button', { name: 'Make a board report' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Board report 1/ })).toBeVisible();
    await expect(page.getByText(/^About \d pages? of 4\.$/)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Actions by colour' }).first()).toBeVisible();
  });

  await test.step('its words are edited in place, and kept before they are saved', async () => {
    await wording(page, 'Exceptions').fill('One action holds up the rest.\n\n- The second band');
    await expect(page.getByText('As written from the snapshot')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Your unsaved words have been put back.')).toBeVisible();
    await expect(wording(page, 'Exceptions')).toHaveValue(/second band$/);
    await expectAccessible(page, 'a draft with unsaved words');
    await expectReflow(page, 'a draft with unsaved words');
    await wording(page, 'In short').fill('Too much.');
    await page.getByRole('button', { name: 'Put back as written: Wording of In short' }).click();
    await expect(wording(page, 'In short')).toHaveValue(/^Of 2 actions/);
  });

  await test.step('sections move and are left out by keyboard', async () => {
    const up = page.getByRole('button', { name: 'Move Exceptions up' });
    await up.press('Enter');
    await expect(page.getByText('Exceptions is now section 1 of')).toBeAttached();
    // It can go no further up, so the other way has the focus.
    await expect(page.getByRole('button', { name: 'Move Exceptions down' })).toBeFocused();
    await page.getByRole('switch', { name: 'In the paper: Measures' }).press('Space');
    await expect(page.getByText('Left out of this paper. Its words are kept.')).toBeVisible();
  });

  await test.step('it is saved, and looked at as it will print', async () => {
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect(page.getByRole('button', { name: 'Save the draft' })).toBeHidden();
    await page.getByRole('radio', { name: 'As it will print' }).check();
    await expect(paper(page).getByRole('heading', { level: 2 }).first()).toHaveText('Exceptions');
    await expect(paper(page).getByRole('heading', { name: 'Measures' })).toHaveCount(0);
    await expect(paper(page).getByRole('listitem').filter({ hasText: 'The second band' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(paper(page)).toBeVisible();
    await expect(page.getByLabel('This paper')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('it is issued, and both files open', async () => {
    await issue(page);
    await expectAccessible(page, 'an issued paper');
    await expectReflow(page, 'an issued paper');
    const pdf = await bytesOf(page.waitForEvent('download'), page.getByRole('link', { name: /^PDF,/ }));
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const docx = await bytesOf(page.waitForEvent('download'), page.getByRole('link', { name: /^Word/ }));
    const files = await unzip(docx);
    expect(files.get('word/document.xml')?.toString('utf8')).toContain('One action holds up the rest.');
  });

  await test.step('a new version differs, and the difference is read', async () => {
    await page.getByRole('button', { name: 'Make a new version' }).click();
    await expect(page.getByText('Board report 1, version 2')).toBeVisible();
    await wording(page, 'Exceptions').fill('Two actions hold up the rest.');
    await issue(page);
    await page.getByRole('link', { name: 'Compare this one with Version 1' }).click();
    const comparison = page.getByRole('region', { name: 'Version 2 beside version 1' });
    await expect(comparison.locator('ins').first()).toContainText('Two');
    await expect(comparison.locator('del').first()).toContainText('One');
    await expectAccessible(page, 'two versions compared');
    await expectReflow(page, 'two versions compared');
  });

  await test.step('the list has both, and a reader finds them there', async () => {
    await page.getByRole('link', { name: 'All reports' }).click();
    await expect(page.getByRole('link', { name: 'Version 1 of Board report 1' })).toBeVisible();
    await expectAccessible(page, 'reports, with papers');
    await expectReflow(page, 'reports, with papers');
  });
});

test('a public edition leaves out what names people, and what is found is settled', async ({
  page,
  browser,
  signInAs,
  baseURL,
  consoleNoise,
}) => {
  test.setTimeout(300_000);
  // Issuing is refused while something that was found waits.
  consoleNoise.allowed.push(/status of 422/);
  await signInAs('Programme Lead');
  const planId = await makeBoardReport(page);
  await wording(page, 'In short').fill('Two children were seen with Head of Fostering, holder 1.');
  await issue(page);

  await test.step('what it leaves out is shown first', async () => {
    await page.getByRole('button', { name: 'See what it leaves out …' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Name in In short:')).toBeVisible();
    await expect(dialog.getByText('A person’s name; the post stays.').first()).toBeVisible();
    await expectAccessible(page, 'what a public edition leaves out');
    await dialog.getByRole('button', { name: 'Make the public edition' }).click();
    await expect(page.getByText('Board report 1, version 1, public edition')).toBeVisible();
    await expect(wording(page, 'In short')).toHaveValue('Two children were seen with [name left out].');
  });

  await test.step('a name is taken out of the words, a number is given a reason', async () => {
    await wording(page, 'In short').fill('Two children were seen by Police Partnership Lead, holder 1.');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const findings = page.getByRole('region', { name: 'Names and small numbers' });
    await expect(findings).toContainText('2 things that were found have to go');
    await expectAccessible(page, 'a public edition with findings');
    await expectReflow(page, 'a public edition with findings');
    await page.getByRole('button', { name: 'Issue …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Issue it' }).click();
    await expect(page.getByRole('dialog')).toContainText('still stand in the words');
    await page.keyboard.press('Escape');
    await findings.getByRole('link', { name: 'Go to In short' }).first().click();
    await expect(wording(page, 'In short')).toBeFocused();
    await wording(page, 'In short').fill('Two children were seen.');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect(findings).toContainText('1 thing that was found has to go');
    await findings.getByLabel('Why may it stay: Two children').fill('The number is in the published report.');
    await findings.getByRole('button', { name: 'Keep it: Two children' }).click();
    await expect(findings).toContainText('Everything that was found has a reason to stay.');
  });

  await test.step('it is issued, and a reader sees it and makes nothing', async () => {
    await issue(page);
    await expect(
      page.getByText('“Two children” stays, because: The number is in the published report.'),
    ).toBeVisible();
    const context = await browser.newContext({ baseURL, locale: 'en-GB' });
    await signInOn(context, baseURL ?? '', 'Improvement Board Chair, holder 1');
    const reader = await context.newPage();
    await reader.goto(`/plans/${planId}/reports`);
    await reader.getByRole('link', { name: 'Version 1, public edition of Board report 1' }).click();
    await expect(reader.getByRole('link', { name: /^PDF,/ })).toBeVisible();
    await expect(reader.getByRole('button', { name: /^(Make|Issue|Write)/ })).toHaveCount(0);
    await expectAccessible(reader, 'an issued paper as a reader');
    await context.close();
  });
});

test('the statement of action is approved and submitted', async ({ page, signInAs }) => {
  test.setTimeout(240_000);
  await signInAs('Programme Lead');
  const { planId } = await makeOwnPlan(page.context().request, ACTIONS);
  await page.goto(`/plans/${planId}/reports`);
  await page.getByRole('button', { name: 'Make the statement of action' }).click();
  await expect(page.getByText('Word for word from the inspection, so it is not changed here.')).toBeVisible();
  await expectAccessible(page, 'a statement as a draft');
  await issue(page);
  const panel = page.getByRole('region', { name: 'Approvals and submission' });
  await expect(panel).toContainText('The council has not approved this version yet.');

  await test.step('without an approval it asks for a reason', async () => {
    await panel.getByRole('button', { name: 'Record the submission …' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The council has not approved this version yet.');
    await dialog.getByRole('button', { name: 'Stop the clock' }).click();
    await expect(dialog.getByRole('alert').first()).toContainText('at least 10 characters why');
    await expectAccessible(page, 'submitting without an approval');
    await dialog.getByRole('button', { name: 'Go back' }).click();
  });

  await test.step('an approval is recorded, taken back and recorded again', async () => {
    const record = async (by: string) => {
      await panel.getByRole('button', { name: /^Record the approval/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Approved by').fill(by);
      await dialog.getByRole('button', { name: 'Record the approval' }).click();
      await expect(dialog).toBeHidden();
      await expect(panel).toContainText(by);
    };
    await record('Cabinet Member');
    await panel.getByRole('button', { name: /^Take back/ }).click();
    await page.getByRole('dialog').getByLabel('Why?').fill('It was the committee, and not the member.');
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await expect(panel).toContainText('The council has not approved this version yet.');
    await record('Cabinet');
  });

  await test.step('it is submitted, and the clock stops', async () => {
    await panel.getByRole('button', { name: 'Record the submission …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop the clock' }).click();
    await expect(panel).toContainText('This version was submitted on');
    await expect(panel).toContainText(/submitted \d+ working days late/);
    await expectAccessible(page, 'a submitted statement');
    await expectReflow(page, 'a submitted statement');
  });
});

test('two people word the same draft: mine and theirs, and nothing is lost', async ({
  page,
  browser,
  signInAs,
  baseURL,
  consoleNoise,
}) => {
  test.setTimeout(180_000);
  consoleNoise.allowed.push(/status of 409/);
  await signInAs('Programme Lead');
  await makeBoardReport(page);
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  await signInOn(context, baseURL ?? '', 'Programme Lead');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(wording(other, 'In short')).toBeVisible(COLD);

  await wording(page, 'In short').fill('My words.');
  await wording(page, 'Exceptions').fill('Only I changed this.');
  await wording(other, 'In short').fill('Their words.');
  await other.getByLabel('Title').fill('Their title');
  await other.getByRole('button', { name: 'Save the draft' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Their title' })).toBeVisible();

  await page.getByRole('button', { name: 'Save the draft' }).click();
  const choice = page.getByRole('region', { name: /changed this/ });
  await expect(choice.getByRole('radiogroup')).toHaveCount(1);
  await expect(choice).toContainText('Wording of In short');
  await expectAccessible(page, 'two wordings of one draft');
  await choice.getByText('Take theirs').click();
  await choice.getByRole('button', { name: 'Save my choices' }).click();
  await expect(choice).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Their title' })).toBeVisible();
  await expect(wording(page, 'In short')).toHaveValue('Their words.');
  await expect(wording(page, 'Exceptions')).toHaveValue('Only I changed this.');
  await context.close();
});

test('a template lays out the next board report, with the logo at its head', async ({
  context,
  page,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const { planId } = await makeOwnPlan(context.request, [{ title: 'Approve foster carers' }]);
  await page.goto('/report-templates');
  const form = page.getByRole('form', { name: 'Template: Board report' });
  await form.getByLabel('Title of the paper').fill('For {chair}');
  await form.getByRole('button', { name: 'Save the template' }).click();
  await expect(form.getByText('There is no field {chair}.').first()).toBeVisible();
  await expectAccessible(page, 'a template with an error shown');
  await form.getByLabel('Title of the paper').fill('Highlights {number}, {plan}');
  await form.getByRole('button', { name: 'Move Decisions needed up' }).focus();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: 'Move Decisions needed down' })).toBeFocused();
  await form.getByLabel('Heading of Decisions needed').fill('What the board must decide');
  await form.getByLabel('In the paper: Dates that slipped').uncheck();
  await form.getByRole('button', { name: 'Save the template' }).click();
  await expect(form.getByText(/^Changed on .* by Programme Lead/)).toBeVisible();

  await page.getByLabel('Choose a picture').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 180, height: 56 } }),
  });
  const logo = page.getByRole('form', { name: 'Logo' });
  await logo.getByLabel('What it shows').fill('Northmoor Children’s Trust');
  await logo.getByRole('button', { name: 'Save the logo' }).click();
  await expect(logo.getByRole('button', { name: 'Take the logo away' })).toBeVisible();
  await expectAccessible(page, 'the templates');
  await expectReflow(page, 'the templates');

  try {
    await page.goto(`/plans/${planId}/reports`);
    await page.getByRole('button', { name: 'Make a board report' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Highlights 1,');
    const headings = page.getByLabel(/^Heading of section/);
    await expect(headings.first()).toHaveValue('What the board must decide');
  } finally {
    // The templates are of the whole installation: others make papers too.
    await page.goto('/report-templates');
    await logo.getByRole('button', { name: 'Take the logo away' }).click();
    await form.getByRole('button', { name: 'Back to the product’s own' }).click();
    await expect(form.getByLabel('Title of the paper')).toHaveValue('');
  }
});
