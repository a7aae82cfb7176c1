import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

const LEAD = 'Programme Lead';
const QUALITY = 'Quality Assurance Lead, holder 1';

test('what one person changes, another sees without asking again, and what is being typed stays', async ({
  browser,
  context,
  page,
  signInAs,
  baseURL,
}) => {
  await signInAs(LEAD);
  const { path, actionIds } = await makeOwnPlan(context.request, [
    { title: 'Open the helpline at weekends' },
  ]);
  const [actionId] = actionIds;
  const other = await browser.newContext({ baseURL });
  await signInOn(other, baseURL ?? '', QUALITY);
  const reader = await other.newPage();
  const opened = reader.waitForResponse((answer) => answer.url().endsWith('/api/live'));
  await reader.goto(path);
  await opened;
  const row = reader.getByRole('row').filter({ hasText: 'Open the helpline' });
  await expect(row).toContainText('Not started');

  await page.goto(`${path}/${actionId}`);
  await page.getByRole('button', { name: 'Change the status' }).click();
  await page.getByRole('radio', { name: 'In progress' }).check({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Change the status' }).click();
  await expect(row).toContainText('In progress');
  await expect(row).toContainText('changed by Programme Lead just now');

  // Words half typed are neither lost nor moved by what others do.
  await reader.goto(`${path}/${actionId}#comments`);
  const box = reader.getByRole('textbox', { name: 'Comment' });
  await box.fill('Half a thou');
  await call(context.request, 'comments.add', {
    actionId,
    body: 'Something meanwhile',
    mentionIds: [],
    idempotencyKey: crypto.randomUUID(),
  });
  await box.pressSequentially('ght');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('Half a thought');
  await box.blur();
  await expect(reader.getByText('Something meanwhile')).toBeVisible();
  await expect(box).toHaveValue('Half a thought');

  // A crash of the tab loses nothing: the words are put back.
  await reader.reload();
  await expect(box).toHaveValue('Half a thought');
  await reader.getByRole('button', { name: 'Discard' }).click();
  await expect(box).toHaveValue('');
  await other.close();
});

test('somebody named in a comment finds it in the inbox', async ({
  browser,
  context,
  page,
  signInAs,
  baseURL,
}) => {
  // Two people, five looks by the accessibility checker in light and dark.
  test.setTimeout(180_000);
  await signInAs(LEAD);
  const { path, actionIds } = await makeOwnPlan(context.request, [{ title: 'Agree the audit of ten plans' }]);
  const other = await browser.newContext({ baseURL });
  await signInOn(other, baseURL ?? '', QUALITY);
  const reader = await other.newPage();
  const opened = reader.waitForResponse((answer) => answer.url().endsWith('/api/live'));
  await reader.goto('/account');
  await opened;
  const bell = reader.getByRole('link', { name: /^Inbox/ });
  await expect(bell).toHaveAccessibleName(/nothing new|not read/);
  const before = Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0] ?? 0);

  await page.goto(`${path}/${actionIds[0]}#comments`);
  const box = page.getByRole('textbox', { name: 'Comment' });
  await box.pressSequentially('Could you look, @quality ass');
  await expect(page.getByRole('option', { name: new RegExp(QUALITY) })).toBeVisible();
  await expectAccessible(page, 'the list of names under @');
  await box.press('Enter');
  await expect(box).toHaveValue(`Could you look, @${QUALITY} `);
  await box.pressSequentially('please?');
  await box.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'please?' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Comments (1)' })).toBeVisible();
  await expectAccessible(page, 'comments of an action');

  await expect(bell).toHaveAccessibleName(`Inbox, ${before + 1} not read`);
  await bell.click();
  await expectAccessible(reader, 'the inbox');
  await expectReflow(reader, 'the inbox');
  const line = reader.getByRole('listitem').filter({ hasText: 'Agree the audit of ten plans' });
  await expect(line).toContainText('named you in a comment');
  await line.getByRole('link').click();
  await expect(reader.getByRole('tabpanel')).toContainText('Could you look');
  await expectReflow(reader, 'comments of an action');
  await expect(reader.getByRole('link', { name: /^Inbox/ })).toHaveAccessibleName(
    before === 0 ? 'Inbox, nothing new' : `Inbox, ${before} not read`,
  );

  // Followed, removed, put back.
  await reader.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(reader.getByRole('button', { name: 'Following' })).toBeVisible();
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByText('Only you see this line')).toBeVisible();
  await expect(reader.getByText('Could you look')).toBeHidden();
  await page.getByRole('button', { name: /^Put it back/ }).click();
  await expect(reader.getByText('Could you look')).toBeVisible();
  await other.close();
});

test('on a stale save theirs can stay and mine is kept as a comment; the history undoes', async ({
  context,
  page,
  signInAs,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/409/);
  await signInAs(LEAD);
  const { path, actionIds } = await makeOwnPlan(context.request, [{ title: 'First wording' }]);
  const [actionId] = actionIds;
  await page.goto(`${path}/${actionId}#detail`);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What will be done').fill('My wording');
  const edit = { title: 'Their wording', detail: '', successMeasure: '', priority: 'HIGH', startDate: null };
  await call(context.request, 'actions.edit', { actionId, version: 1, ...edit });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toContainText('Their wording');
  await expectAccessible(page, 'both versions, with the way to a comment');
  await dialog.getByRole('button', { name: 'Keep theirs, add mine as a comment' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: /^Comments/ }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Title: My wording');

  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('tabpanel');
  await expectAccessible(page, 'the history of an action');
  await history.getByLabel('Field').selectOption('Priority');
  await expect(history.getByRole('status')).toContainText('2 of 2 entries');
  await history.getByLabel('Field').selectOption('');
  await history.getByRole('button', { name: /^Undo this.*changed the action/ }).click();
  await expect(page.getByRole('heading', { name: 'First wording' })).toBeVisible();
  await expect(history).toContainText('undid a change');
});
