import { ordinaryPdf } from '@gt/intake/testing';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan, type OwnPlan } from './own-plan.ts';

const TITLE = 'Minutes of the improvement meeting';
const QUESTION = 'Which month do these minutes belong to?';
const ANSWER = 'To March: the date is on the first page.';
const NOTE = 'Four of five carers said on the telephone that visits now come on time.';

async function openEvidenceTab(page: Page, own: OwnPlan): Promise<void> {
  await page.goto(`${own.path}/${own.actionIds[0]}`);
  await page.getByRole('tab', { name: /Evidence/ }).click();
}

async function openItem(page: Page, own: OwnPlan, title: string): Promise<void> {
  await page.goto(`/plans/${own.planId}/evidence`);
  await page.getByRole('table').getByRole('link', { name: title }).click();
  await expect(
    page.getByRole('button', { name: 'Look at it here' }).or(page.getByText(NOTE)).first(),
  ).toBeVisible();
}

test('evidence has a life: looked at without risk, asked about, accepted, dip-checked, superseded', async ({
  page,
  browser,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signInAs('Programme Lead');
  const teams = await call<{ id: string; name: string }[]>(page.request, 'teams.list', undefined, 'query');
  const teamId = teams.find(({ name }) => name.startsWith('Fostering'))?.id ?? '';
  const own = await makeOwnPlan(page.request, [{ title: 'Visit carers every month', teamId }]);
  const lead = page;
  const uploads = await (await browser.newContext({ baseURL })).newPage();
  await signInOn(uploads.context(), baseURL ?? '', 'Head of Fostering, holder 1');
  const checks = await (await browser.newContext({ baseURL })).newPage();
  await signInOn(checks.context(), baseURL ?? '', 'Quality Assurance Lead, holder 1');

  await test.step('a note is evidence too: it says what is different for children, and until when it holds', async () => {
    await openEvidenceTab(uploads, own);
    await uploads.getByRole('button', { name: 'Write a note …' }).click();
    const dialog = uploads.getByRole('dialog');
    await dialog.getByLabel('Note').fill(NOTE);
    await dialog.getByLabel('Title').fill('What carers say of visits');
    await dialog.getByLabel('Kind').selectOption('CHILD_OR_FAMILY_VOICE');
    await dialog.getByLabel('What it shows').fill('Carers say that visits come on time.');
    await dialog.getByLabel('It shows a difference for children').check();
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Enter what is different for children');
    await expectAccessible(uploads, 'a note that claims a difference and names none');
    await dialog
      .getByLabel('The difference for children')
      .fill('Children are seen when they were told they would be.');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await expect(dialog).toBeHidden();
    await expect(
      uploads.getByRole('listitem').filter({ hasText: 'What carers say of visits' }),
    ).toBeVisible();
  });

  await test.step('a PDF is shown as pictures that the server drew', async () => {
    const buffer = Buffer.from(ordinaryPdf());
    const file = { name: 'Minutes.pdf', mimeType: 'application/pdf', buffer };
    await uploads.locator('input[type=file]').setInputFiles(file);
    await uploads.getByRole('textbox', { name: 'Title' }).fill(TITLE);
    await uploads.getByLabel('Kind').selectOption('MINUTES');
    await uploads.getByLabel('What it shows').fill('Who was asked for what.');
    await uploads.getByRole('button', { name: /^Upload/ }).click();
    await expect(uploads.getByRole('link', { name: new RegExp(TITLE) }).first()).toBeVisible();

    await openItem(checks, own, TITLE);
    await checks.getByRole('button', { name: 'Look at it here' }).click();
    const picture = checks.getByRole('img', { name: /Minutes\.pdf, as a picture/ });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 60_000 })
      .toBe(1240);
    await expectAccessible(checks, 'a page of a PDF');
    await expectReflow(checks, 'a page of a PDF');
  });

  await test.step('the verifier asks, the uploader is told and answers', async () => {
    await checks.getByRole('button', { name: 'Ask a question …' }).click();
    const dialog = checks.getByRole('dialog');
    await dialog.getByLabel('What do you want to know?').fill(QUESTION);
    await dialog.getByRole('button', { name: 'Send it' }).click();
    await expect(dialog).toBeHidden();
    await uploads.goto('/inbox');
    await expect(uploads.getByText('asks about evidence').first()).toBeVisible();
    await uploads
      .getByRole('link', { name: new RegExp(TITLE) })
      .first()
      .click();
    const questions = uploads.getByRole('region', { name: 'Questions' });
    await expect(questions).toContainText(QUESTION);
    await questions.getByLabel('Your answer').fill(ANSWER);
    await questions.getByRole('button', { name: 'Answer' }).click();
    await expect(questions).toContainText(`Answered: ${ANSWER}`);
    await expectAccessible(uploads, 'a question that was answered');
  });

  await test.step('the verifier reads the answer and accepts', async () => {
    await openItem(checks, own, TITLE);
    await expect(checks.getByRole('region', { name: 'Questions' })).toContainText(ANSWER);
    await checks.getByRole('button', { name: 'Accept …' }).click();
    await checks.getByRole('button', { name: 'Accept it' }).click();
    await expect(checks.getByRole('region', { name: 'Check', exact: true })).toContainText('Accepted by');
  });

  await test.step('a dip check is drawn by a seed on record; failed, it returns the item and says so', async () => {
    await lead.goto(`/plans/${own.planId}/evidence`);
    await lead.getByRole('button', { name: 'Dip check of accepted evidence …' }).click();
    await lead.getByRole('button', { name: 'Draw', exact: true }).click();
    const drawn = lead.getByRole('list', { name: 'Drawn for the dip check' });
    await expect(drawn).toContainText('To be looked at');
    await expect(lead.getByText(/from 1 accepted item, with the seed/)).toBeVisible();
    await expectAccessible(lead, 'a draw for a dip check');
    await drawn.getByRole('link', { name: new RegExp(TITLE) }).click();
    await lead.getByRole('button', { name: 'Fail …' }).click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByLabel('What must be mended?').fill('The second page is of another month.');
    await dialog.getByRole('button', { name: 'Return it' }).click();
    await expect(dialog).toBeHidden();
    await expect(lead.getByRole('region', { name: 'Checks' })).toContainText('Dip check: failed, returned');
    await openEvidenceTab(uploads, own);
    await expect(uploads.getByRole('listitem').filter({ hasText: TITLE })).toContainText('A dip check found');
  });

  await test.step('a better version tells what is different; the old note says what took its place', async () => {
    await openItem(uploads, own, 'What carers say of visits');
    await uploads.getByRole('button', { name: /^More for/ }).click();
    await uploads.getByRole('menuitem', { name: 'Superseded by …' }).click();
    const dialog = uploads.getByRole('dialog');
    await dialog.getByLabel(new RegExp(TITLE)).check();
    await expectAccessible(uploads, 'what took its place');
    await dialog.getByRole('button', { name: 'Save it' }).click();
    await expect(dialog).toBeHidden();
    await expect(uploads.getByRole('alert', { name: 'Superseded by E2' })).toBeVisible();
    await openEvidenceTab(uploads, own);
    const card = uploads.getByRole('listitem').filter({ hasText: 'What carers say of visits' });
    await expect(card).toContainText('Superseded by E2');
    await checks.goto(`/plans/${own.planId}/evidence?standing=SUPERSEDED`);
    await expect(checks.getByRole('table')).toContainText('Superseded by E2');
    await expectReflow(checks, 'evidence that was superseded');
  });
});
