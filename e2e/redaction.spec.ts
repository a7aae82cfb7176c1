import { expect, expectAccessible, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

/** Made up for this test, and in nothing else. */
const NAME = 'Zebedee Quillfeather';

test('a name that got into an update is destroyed by two people', async ({
  page,
  browser,
  signInAs,
  plan,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signInAs('Head of Fostering, holder 1');
  const action = `${plan}/actions?q=R2.A8`;

  await test.step('it got in', async () => {
    await page.goto(action);
    await page.getByRole('link', { name: /^R2\.A8/ }).click();
    await page.getByLabel('What happened').fill(`The carers of ${NAME} were visited twice.`);
    await page.getByLabel(/Reason for the RAG/).fill('The second band waits for the budget.');
    await page.getByRole('button', { name: 'Post update' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: NAME })).toBeVisible();
  });

  await test.step('the first person asks', async () => {
    const entry = page.getByRole('listitem').filter({ hasText: NAME });
    await entry.getByRole('button', { name: /Ask to destroy/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why must it go?').fill('A child is named in the first sentence.');
    await expectAccessible(page, 'asking for words to be destroyed');
    await dialog.getByRole('button', { name: 'Ask for it to be destroyed' }).click();
    await expect(dialog.getByRole('button', { name: 'Ask for it to be destroyed' })).toBeHidden();
  });

  await test.step('the second person looks, and agrees', async () => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB' });
    await signInOn(context, baseURL ?? '', 'Programme Lead');
    const lead = await context.newPage();
    await lead.goto(`${plan}/redactions`);
    await lead
      .getByRole('button', { name: /Look and decide: R2\.A8/ })
      .first()
      .click();
    const dialog = lead.getByRole('dialog');
    await expect(dialog.getByLabel('Words that vanish')).toContainText(NAME);
    await dialog.getByLabel('What did you check?').fill('A child is named; nothing else is in the update.');
    await expectAccessible(lead, 'deciding about a request to destroy');
    await dialog.getByRole('button', { name: /^Destroy/ }).click();
    await expect(dialog).toBeHidden();
    await lead.goto('/audit');
    await lead
      .getByRole('button', { name: /Check|Verify/ })
      .first()
      .click();
    await expect(lead.getByText(/whole/i).first()).toBeVisible();
    await expectAccessible(lead, 'the history, checked');
    await context.close();
  });

  await test.step('it is gone, and the place says so', async () => {
    await page.goto(action);
    await page.getByRole('link', { name: /^R2\.A8/ }).click();
    await expect(page.getByText(/Redacted on/).first()).toBeVisible();
    await expect(page.getByText(NAME)).toHaveCount(0);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
    await expect(page.getByText(NAME)).toHaveCount(0);
  });
});

test('a line of enquiry is destroyed by two people', async ({ page, context, signInAs }) => {
  await signInAs('Programme Lead');
  const own = await makeOwnPlan(context.request, [{ title: `Visit ${NAME} once more this month` }]);
  const recommendations = await call<{ id: string }[]>(
    context.request,
    'recommendations.list',
    { planId: own.planId },
    'query',
  );
  await call(context.request, 'enquiries.create', {
    planId: own.planId,
    question: `How is ${NAME}?`,
    note: '',
    recommendationIds: recommendations.map(({ id }) => id),
    evidenceIds: [],
    idempotencyKey: crypto.randomUUID(),
  });
  await page.goto(`/plans/${own.planId}/enquiries`);
  await page.getByRole('button', { name: /^Destroy … what must not be there in / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why must it go?').fill('A child is named in the question.');
  await dialog.getByRole('button', { name: 'Ask for it to be destroyed' }).click();
  await expect(dialog).toBeHidden();

  await signInAs('Quality Assurance Lead, holder 1');
  await page.goto(`/plans/${own.planId}/redactions`);
  await page.getByRole('button', { name: /^Look and decide/ }).click();
  await expect(dialog.getByLabel('Words that vanish')).toContainText(NAME);
  await expect(dialog.getByRole('link', { name: 'Open the lines of enquiry' })).toBeVisible();
  await expect(dialog).toContainText('R1.A1');
  await dialog.getByLabel('What did you check?').fill('A child is named, and nothing else is said.');
  await expectAccessible(page, 'deciding about a line of enquiry');
  await dialog.getByRole('button', { name: /^Destroy/ }).click();
  await expect(dialog).toBeHidden();
  await page.goto(`/plans/${own.planId}/enquiries`);
  await expect(page.getByText('No line of enquiry yet.')).toBeVisible();
});
