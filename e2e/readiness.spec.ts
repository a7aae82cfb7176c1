import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

const ASKED = 'What carers say of visits since the spring, from ten calls.';
const TITLE = 'What carers say of visits';
const ANSWERS: [question: string, answer: string][] = [
  ['Is it done?', 'Every carer is visited each month, and the list is kept by one person.'],
  ['Has practice changed?', 'Visits are planned six weeks ahead, with somebody to stand in.'],
  ['Is it consistent?', 'In all three teams since the spring; one was slower to begin.'],
  ['What difference does it make for children?', 'Children are seen when they were told they would be.'],
];

/** Four posts of the sample, each in a window of its own. */
async function windowOf(page: Page, baseURL: string, post: string): Promise<Page> {
  const context = await page.context().browser()?.newContext({ baseURL });
  if (!context) throw new Error('no browser');
  await signInOn(context, baseURL, post);
  return context.newPage();
}

test('from what is missing to a closed recommendation that is looked at again', async ({
  page,
  signInAs,
  baseURL,
}) => {
  await signInAs('Programme Lead');
  const teams = await call<{ id: string; name: string }[]>(page.request, 'teams.list', undefined, 'query');
  const teamId = teams.find(({ name }) => name.startsWith('Fostering'))?.id ?? '';
  const own = await makeOwnPlan(page.request, [{ title: 'Visit carers every month', teamId }]);
  const [actionId = ''] = own.actionIds;
  const [first] = await call<{ id: string; version: number }[]>(
    page.request,
    'recommendations.list',
    { planId: own.planId },
    'query',
  );
  const recommendationId = first?.id ?? '';
  await call(page.request, 'recommendations.edit', {
    recommendationId,
    version: first?.version,
    leadPostId: null,
    goodLooksLike: 'Carers stay.',
    closureTest: 'Ten calls in a row.',
    judgementAreas: [],
    minEvidenceKinds: 1,
    newestWithinDays: 90,
    requireImpact: true,
  });
  const manager = await windowOf(page, baseURL ?? '', 'Head of Fostering, holder 1');
  const verifier = await windowOf(page, baseURL ?? '', 'Quality Assurance Lead, holder 1');

  await test.step('readiness names what is missing, and a post is asked for it by a day', async () => {
    await page.goto(`/plans/${own.planId}/readiness`);
    await expect(page.getByText(/^Ready except \d+ items in 1 recommendation\.$/)).toBeVisible();
    await expect(page.getByRole('link', { name: /^No evidence yet\./ })).toBeVisible();
    await page.getByRole('button', { name: /Ask a post for evidence/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Choose whom you ask');
    await dialog.getByLabel('Whom do you ask?').selectOption('Head of Fostering');
    await dialog.getByLabel('What evidence is wanted?').fill(ASKED);
    await dialog.getByLabel('By when?').fill('1 December 2099');
    await expectAccessible(page, 'asking a post');
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Choose a day within a year');
    const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10).split('-').reverse();
    await dialog.getByLabel('By when?').fill(soon.join('/'));
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('link', { name: new RegExp(`is asked for “${ASKED}”`) })).toBeVisible();
  });

  await test.step('whoever holds the post finds it, brings the evidence, and says so', async () => {
    await manager.goto('/my-week');
    await manager.getByRole('link', { name: new RegExp(ASKED) }).click();
    await expectAccessible(manager, 'what is asked for');
    await expectReflow(manager, 'what is asked for');
    await manager.getByRole('button', { name: 'Write a note …' }).click();
    const dialog = manager.getByRole('dialog');
    await dialog
      .getByLabel('Note')
      .fill('Nine of ten carers said on the telephone that visits come on time.');
    await dialog.getByLabel('Title').fill(TITLE);
    await dialog.getByLabel('Kind').selectOption('CHILD_OR_FAMILY_VOICE');
    await dialog.getByLabel('What it shows').fill('Carers say that visits come on time.');
    await dialog.getByLabel('It shows a difference for children').check();
    await dialog.getByLabel('The difference for children').fill('Children are seen when they were told.');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await expect(dialog).toBeHidden();
    const look = manager.getByRole('button', { name: 'Look again' });
    await expect(async () => {
      if (await look.isVisible()) await look.click();
      await expect(manager.getByLabel('Which evidence answers it?')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await manager.getByRole('button', { name: 'It is there' }).click();
    await expect(manager.getByText(/^Brought on/)).toBeVisible();
  });

  await test.step('accepted, it is enough; the verifier closes it on four answers', async () => {
    const [brought] = (
      await call<{ asks: { evidence: { id: string } }[] }>(
        page.request,
        'asks.list',
        { planId: own.planId },
        'query',
      )
    ).asks;
    const evidenceId = brought?.evidence.id;
    const answer = { evidenceId, version: 1, versionNumber: 1, decision: 'ACCEPTED', reason: '' };
    await call(verifier.request, 'evidence.check', answer);
    const complete = { actionId, version: 1, status: 'AWAITING_EVIDENCE_CHECK', reason: '' };
    const { version } = await call<{ version: number }>(manager.request, 'actions.changeStatus', complete);

    await verifier.goto(`/plans/${own.planId}/recommendations/${recommendationId}`);
    await expect(verifier.getByText('R1.A1 is not closed yet.')).toBeVisible();
    await expect(verifier.getByRole('button', { name: 'Close R1 …' })).toBeDisabled();
    await call(verifier.request, 'actions.close', { actionId, version, reason: '' });
    await verifier.reload();
    await verifier.getByRole('button', { name: 'Close R1 …' }).click();
    // What may name somebody is said beside the answer before it is on record.
    await verifier.getByLabel('Is it done?').fill('The carers of 12 Acacia Road, B1 1AA, are visited.');
    const warning = verifier.getByRole('status').filter({ hasText: 'looks as if it identifies somebody' });
    await expect(warning).toContainText('B1 1AA');
    await expectAccessible(verifier, 'an answer that may name somebody');
    for (const [question, words] of ANSWERS) await verifier.getByLabel(question).fill(words);
    await expect(warning).toBeHidden();
    // What is typed is kept when the page is left.
    await verifier.reload();
    await verifier.getByRole('button', { name: 'Close R1 …' }).click();
    await expect(verifier.getByLabel('Is it done?')).toHaveValue(ANSWERS[0]?.[1] ?? '');
    await expectAccessible(verifier, 'closing a recommendation');
    await expectReflow(verifier, 'closing a recommendation');
    await verifier.getByRole('button', { name: 'Close R1', exact: true }).click();
    await expect(verifier.getByText(/^R1 was closed on/)).toBeVisible();
    await expect(verifier.getByText(ANSWERS[3]?.[1] ?? '')).toBeVisible();
  });

  await test.step('a check that fails opens it again, and a check made by mistake is put right', async () => {
    await verifier.getByRole('button', { name: /Check whether it lasts .* after 3 months/ }).click();
    const form = verifier.getByRole('form', { name: 'Check after 3 months' });
    await form.getByLabel(/^No: R1 is opened again/).check();
    await form
      .getByLabel('What did you look at, and what did you find?')
      .fill('Visits are late in two teams.');
    await expectAccessible(verifier, 'a sustain check');
    await form.getByRole('button', { name: 'Save the check' }).click();
    await expect(verifier.getByText(/^Opened again on/)).toBeHidden();
    await verifier.getByText('An earlier closing').click();
    await expect(verifier.getByText(/^Opened again on .*Visits are late in two teams\.$/)).toBeVisible();
    await verifier.getByRole('button', { name: /Put this right/ }).click();
    const dialog = verifier.getByRole('dialog');
    await dialog.getByRole('textbox').fill('It was the check of another recommendation.');
    await dialog.getByRole('button', { name: 'Put it right' }).click();
    await expect(verifier.getByText(/^R1 was closed on/)).toBeVisible();
  });

  await test.step('readiness and a line of enquiry show it', async () => {
    await page.goto(`/plans/${own.planId}/readiness`);
    await expect(page.getByText('Sufficient', { exact: false }).first()).toBeVisible();
    await expect(page.getByText(/^Closed on/)).toBeVisible();
    await page.getByRole('link', { name: 'Lines of enquiry' }).click();
    await page.getByRole('button', { name: 'Add a line' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What does an inspector ask?').fill('How do you know that carers stay?');
    await dialog.getByLabel(/^R1 /).check();
    await expectAccessible(page, 'a line of enquiry');
    await dialog.getByRole('button', { name: 'Add the line' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Q1 How do you know that carers stay?' })).toBeVisible();
    await expect(page.getByRole('link', { name: new RegExp(TITLE) })).toBeVisible();
    await expect(page.getByText(/Why this one: Shows a difference for children/)).toBeVisible();
  });

  await test.step('an inspector asks: from readiness to the evidence itself within two clicks', async () => {
    await page.goto(`/plans/${own.planId}/readiness`);
    await page.getByRole('link', { name: 'Lines of enquiry' }).click();
    await page
      .getByRole('region', { name: /^Q1 How do you know that carers stay/ })
      .getByRole('link', { name: new RegExp(TITLE) })
      .click();
    const item = page.getByRole('complementary', { name: new RegExp(TITLE) });
    await expect(item.getByText('Carers say that visits come on time.', { exact: true })).toBeVisible();
    await expect(item.getByRole('region', { name: 'Check', exact: true })).toContainText('Accepted by');
  });
});
