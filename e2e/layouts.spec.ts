import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

const REFERENCE = /R\d+\.A\d+/;

/** The references in these places, each once, in order. */
async function referencesIn(places: Locator): Promise<string[]> {
  await expect(places.first()).toBeVisible();
  const texts = await places.allTextContents();
  const found = texts.flatMap((text) => REFERENCE.exec(text)?.[0] ?? []);
  return [...new Set(found)].sort();
}

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const card = (page: Page, reference: string, inColumn?: string): Locator =>
  (inColumn ? column(page, inColumn) : page)
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^${reference}\\b`) }) });

test('each layout shows the actions of the table under the same filter', async ({ page, signInAs, plan }) => {
  await signInAs('Programme Lead');
  // Tall enough for every row of the filter to be in the page.
  await page.setViewportSize({ width: 1440, height: 2400 });
  const filter = { statuses: ['IN_PROGRESS'] };
  const planId = plan.split('/').at(-1);
  const { rows } = await call<{ rows: { reference: string }[] }>(
    page.request,
    'actions.list',
    { planId, filter, page: { limit: 200 } },
    'query',
  );
  const expected = rows.map(({ reference }) => reference).sort();
  expect(expected.length).toBeGreaterThan(10);

  await page.goto(`${plan}/actions?status=IN_PROGRESS`);
  expect(await referencesIn(page.getByRole('rowheader'))).toEqual(expected);

  const views = page.getByRole('navigation', { name: 'Views of the plan' });
  await views.getByRole('link', { name: 'Board' }).click();
  await expect(page).toHaveURL(/status=IN_PROGRESS/);
  await page.getByLabel('Columns by').selectOption('Team');
  await expect.poll(() => referencesIn(page.getByRole('article'))).toEqual(expected);

  await views.getByRole('link', { name: 'Timeline' }).click();
  await expect.poll(() => referencesIn(page.getByRole('rowheader'))).toEqual(expected);

  await views.getByRole('link', { name: 'Thread', exact: true }).click();
  const groups = page.getByRole('region', { name: /^Recommendation R/ });
  await expect(groups.first()).toBeVisible();
  for (const more of await page.getByRole('button', { name: /^Show more of/ }).all()) await more.click();
  await expect.poll(() => referencesIn(groups.getByRole('link'))).toEqual(expected);

  await views.getByRole('link', { name: 'Table' }).click();
  await expect(views.getByRole('link', { name: 'Table' })).toHaveAttribute('aria-current', 'page');
  await expect(page).toHaveURL(/status=IN_PROGRESS/);
});

test('a card is moved by keys, by its menu and by dragging, comes back by undo, and stays where it may not go', async ({
  page,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const { path } = await makeOwnPlan(page.request, [
    { title: 'Recruit twelve foster households' },
    { title: 'Open a night line for carers' },
  ]);
  await page.goto(`${path}?view=board`);

  await card(page, 'R1.A1').getByRole('link').focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(card(page, 'R1.A1', 'In progress')).toBeVisible();
  await expect(page.getByText('R1.A1 is now “In progress”.')).toBeVisible();
  // The focus goes with the card, so that it can be moved on.
  await expect(card(page, 'R1.A1').getByRole('link')).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'R1.A1', 'Not started')).toBeVisible();

  await card(page, 'R1.A1').getByRole('button', { name: 'Move R1.A1 to …' }).click();
  await page.getByRole('menuitem', { name: /^Complete, awaiting evidence check/ }).click();
  await expect(card(page, 'R1.A1', 'Complete, awaiting evidence check')).toBeVisible();

  await card(page, 'R1.A1').getByRole('link').focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('alert').filter({ hasText: 'R1.A1 stays where it is.' })).toContainText(
    'A verifier closes an action',
  );

  // Back asks what is missing.
  await page.keyboard.press('Control+ArrowLeft');
  const why = page.getByRole('dialog', { name: /Move R1\.A1 to “In progress”/ });
  await why.getByLabel('What is still missing').fill('The last two approvals are not on file yet.');
  await why.getByRole('button', { name: 'Move it' }).click();
  await expect(card(page, 'R1.A1', 'In progress')).toBeVisible();

  const from = await card(page, 'R1.A2').boundingBox();
  const to = await column(page, 'In progress').boundingBox();
  if (!from || !to) throw new Error('The card or its column is not in sight.');
  await page.mouse.move(from.x + 40, from.y + 60);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y + 80, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 200, { steps: 8 });
  await page.mouse.up();
  await expect(card(page, 'R1.A2', 'In progress')).toBeVisible();
  // Letting go is not opening.
  await expect(page).not.toHaveURL(/open=/);

  await page.reload();
  await expect(column(page, 'In progress').getByRole('article')).toHaveCount(2);
});

test('the timeline says in words what it draws, and as a table', async ({ page, signInAs }) => {
  await signInAs('Programme Lead');
  const { path, actionIds } = await makeOwnPlan(page.request, [
    { title: 'Open a night line for carers', startDate: '2026-01-05', dueDate: '2026-03-12' },
    { title: 'Pay carers for their skills', startDate: '2026-03-16', dueDate: '2027-06-30' },
  ]);
  const [first, second] = actionIds;
  await call(page.request, 'planning.addDependency', { predecessorId: first, successorId: second });
  await call(page.request, 'planning.addMilestone', {
    actionId: second,
    title: 'Bands agreed',
    dueDate: '2027-05-14',
    idempotencyKey: crypto.randomUUID(),
  });
  await page.goto(`${path}?view=timeline`);
  const bar = page.getByRole('button', { name: /^R1\.A2 Pay carers for their skills\./ });
  await expect(bar).toHaveAccessibleName(
    /From 16 March 2026 to 30 June 2027\. Milestone “Bands agreed” due 14 May 2027\. Waits for R1\.A1 \(late\)\./,
  );
  const link = page.getByRole('link', { name: /^R1\.A1 Open a night line/ });
  await expect(link).toHaveAccessibleDescription(/overdue/);

  // By keys: down a row, across to its bar, and into the panel.
  await link.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(bar).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: /R1\.A2/ })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`open=${second}`));

  await page.getByRole('button', { name: 'Show as table' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Pay carers for their skills' });
  await expect(row).toContainText('30 Jun 2027');
  await expect(row).toContainText('“Bands agreed” due 14 May 2027');
  await expect(row).toContainText('R1.A1 (late)');
  await expect(page).toHaveURL(/as=table/);
});

test('the dates of the timeline stay in sight however far somebody scrolls', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Programme Lead');
  await page.goto(`${plan}/actions?view=timeline`);
  await expect(page.getByRole('link', { name: /^R1\.A1 / })).toBeVisible();
  const head = page.getByRole('columnheader', { name: 'Action' });
  const before = await head.boundingBox();
  await page.getByRole('region', { name: 'Timeline' }).evaluate((node) => node.scrollTo({ top: 600 }));
  await expect(page.getByRole('link', { name: /^R4\.A1 / })).toBeVisible();
  expect((await head.boundingBox())?.y).toBe(before?.y);
});

test('every layout is accessible and fits every width', async ({ page, signInAs, plan }) => {
  test.setTimeout(240_000);
  await signInAs('Programme Lead');
  for (const layout of ['board', 'board&group=rag', 'timeline', 'timeline&as=table', 'thread']) {
    await page.goto(`${plan}/actions?view=${layout}`);
    await expect(page.getByText('R1.A1').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page, layout);
    await expectReflow(page, layout);
  }
});

test('a partner sees only their own actions, in every layout', async ({ page, signInAs, plan }) => {
  await signInAs('Police Partnership Lead, holder 1');
  const planId = plan.split('/').at(-1);
  const own = await call<{ rows: { reference: string }[] }>(
    page.request,
    'actions.list',
    { planId },
    'query',
  );
  const expected = own.rows.map(({ reference }) => reference).sort();
  await page.goto(`${plan}/actions?view=board`);
  await expect.poll(() => referencesIn(page.getByRole('article'))).toEqual(expected);
  await page.goto(`${plan}/actions?view=timeline`);
  await expect.poll(() => referencesIn(page.getByRole('rowheader'))).toEqual(expected);
  await page.goto(`${plan}/actions?view=thread`);
  const groups = page.getByRole('region', { name: /^Recommendation R/ });
  await expect.poll(() => referencesIn(groups.getByRole('link'))).toEqual(expected);
});

test('a due date is moved on the timeline by keys and by dragging, with its reason', async ({
  page,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const { path } = await makeOwnPlan(page.request, [
    { title: 'Open a night line for carers', startDate: '2026-03-02', dueDate: '2027-03-12' },
  ]);
  await page.goto(`${path}?view=timeline`);
  const bar = page.getByRole('button', { name: /^R1\.A1 Open a night line/ });
  await bar.focus();
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: '20 March 2027, 8 days later' })).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /R1\.A1/ });
  await expect(dialog.getByLabel('New due date')).toHaveValue('20 March 2027');
  await dialog.getByLabel(/^(Reason|Why)/).fill('The line opens after the training in spring.');
  await dialog.getByRole('button', { name: /^(Save|Move|Change)/ }).click();
  await expect(bar).toHaveAccessibleName(/to 20 March 2027\. Moved once, first due 12 March 2027/);

  await page.getByRole('radio', { name: 'Fit' }).check();
  const box = await bar.boundingBox();
  if (!box) throw new Error('The bar is not in sight.');
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 40, box.y + box.height / 2, { steps: 6 });
  await expect(page.getByRole('status').filter({ hasText: /days later/ })).toBeVisible();
  await page.mouse.up();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveAccessibleName(/to 20 March 2027/);
});
