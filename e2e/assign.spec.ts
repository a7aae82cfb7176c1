import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

const MANAGER = 'Head of Courts and Legal, holder 1';
const TEAM = 'Courts and Legal';
const QUESTION = 'Which of the two courts is meant, and from when?';

async function pageOf(browser: Browser, baseURL: string, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London' });
  await signInOn(context, baseURL, name);
  return context.newPage();
}

/** Types part of a name and takes the first that is found, as a person at the keyboard does. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.clear();
  await field.pressSequentially(text);
  await expect(page.locator('[data-combobox-selected]').filter({ hasText: text }).first()).toBeVisible();
  await field.press('Enter');
}

test('a recommendation’s actions go to a team, which accepts, asks back and assigns within', async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
}) => {
  // Two people, twelve pages, and two looks at each for contrast.
  test.slow();
  await signInAs('Programme Lead');
  const titles = ['Agree a protocol with the court', 'Name a lead for each hearing', 'Review delays monthly'];
  const own = await makeOwnPlan(
    context.request,
    titles.map((title) => ({ title })),
  );
  const plan = `/plans/${own.planId}`;
  const [{ id: recommendationId }] = await call<[{ id: string }]>(
    context.request,
    'recommendations.list',
    { planId: own.planId },
    'query',
  );
  const recommendation = `${plan}/recommendations/${recommendationId}`;
  const row = (reference: string) => page.getByRole('row').filter({ hasText: reference });

  await test.step('the lead gives all of them to a team, seeing how much it has', async () => {
    await page.goto(recommendation);
    await page.getByRole('button', { name: 'Assign all 3' }).click();
    const dialog = page.getByRole('dialog');
    const team = dialog.getByRole('combobox', { name: 'Team', exact: true });
    await expect(team).toBeFocused();
    await team.fill(TEAM);
    const option = page.getByRole('option', { name: new RegExp(`^${TEAM}`) });
    await expect(option).toContainText(/open action/);
    await expectAccessible(page, 'choosing a team');
    await choose(page, 'Team', TEAM);
    await expect(dialog).toContainText(`Answered for by ${MANAGER}.`);
    await expect(dialog).toContainText('The team is told, and accepts or asks back.');
    await expectAccessible(page, 'giving actions to a team');
    await expectReflow(page, 'giving actions to a team');
    await team.press('Enter');
    await expect(page.getByText(`3 actions given to ${TEAM}.`)).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(row('R1.A1')).toContainText('Waiting for the team');
  });

  const manager = await pageOf(browser, baseURL ?? '', MANAGER);
  await test.step('its manager accepts one and asks back about one', async () => {
    await manager.goto('/teams');
    const waiting = manager.getByRole('region', { name: 'Waiting for our answer' });
    const item = (title: string) => waiting.getByRole('listitem').filter({ hasText: title });
    await expectAccessible(manager, 'work that waits for an answer');
    await item('Agree a protocol')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(item('Agree a protocol')).toHaveCount(0);
    await item('Name a lead')
      .getByRole('button', { name: /^Ask back/ })
      .click();
    const dialog = manager.getByRole('dialog');
    await dialog.getByLabel('What must be clear before the team takes it on').fill('Why?');
    await dialog.getByRole('button', { name: 'Ask back' }).click();
    await expect(dialog).toContainText('must be at least 10 characters');
    await dialog.getByLabel('What must be clear before the team takes it on').fill(QUESTION);
    await dialog.getByRole('button', { name: 'Ask back' }).click();
    await expect(item('Name a lead')).toHaveCount(0);
  });

  await test.step('the lead sees it, and answers', async () => {
    await page.goto(recommendation);
    await expect(row('R1.A1')).not.toContainText('Waiting');
    await expect(row('R1.A2')).toContainText('Team asked back');
    await page.goto('/my-week');
    const asked = page.getByRole('region', { name: 'Asked back by teams' });
    await asked
      .getByRole('listitem')
      .filter({ hasText: QUESTION })
      .filter({ hasText: 'Name a lead' })
      .getByRole('button', { name: /^Answer/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your answer').fill('The family court, from the first of next month.');
    await dialog.getByRole('button', { name: 'Answer and offer again' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the manager names an owner within the team, which takes it on', async () => {
    await manager.goto(`${plan}/actions/${own.actionIds[1]}`);
    const box = manager.getByRole('region', { name: 'Taken on by the team' });
    await expect(box).toContainText('from the first of next month');
    await manager.getByRole('button', { name: 'Assign', exact: true }).click();
    const dialog = manager.getByRole('dialog');
    await expect(dialog.getByRole('combobox', { name: 'Owner (post)' })).toBeVisible();
    await choose(manager, 'Owner (post)', 'Head of Courts');
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(box).toHaveCount(0);
    await expect(manager.getByText('Head of Courts and Legal (holder 1)')).toBeVisible();
  });

  await test.step('a hand-picked set changes hands with a reason, and the toast takes it back', async () => {
    await page.goto(recommendation);
    await page.getByRole('checkbox', { name: 'Choose R1.A1' }).check();
    await page.getByRole('button', { name: 'Assign 1', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, 'Team', 'Quality Assurance');
    await dialog.getByRole('button', { name: 'Assign 1 action' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Enter why the action changes hands');
    await dialog.getByLabel('Why they change hands').fill('Audit is done by quality assurance.');
    await dialog.getByRole('button', { name: 'Assign 1 action' }).click();
    await expect(row('R1.A1')).toContainText('Quality Assurance');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row('R1.A1')).toContainText(TEAM);
    await expect(row('R1.A1')).not.toContainText('Waiting');
  });

  await test.step('the workload counts them, and every number opens its list', async () => {
    await page.goto(`${plan}/workload`);
    await expectAccessible(page, 'the workload');
    await expectReflow(page, 'the workload');
    await page.getByRole('link', { name: new RegExp(`^${TEAM}: 3 open`) }).click();
    await expect(page.getByRole('rowheader', { name: /^R1\.A3/ })).toBeVisible();
  });
  await manager.context().close();
});

test('somebody leaves: posts and actions are handed over with a note, and taken back', async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  await signInAs('Administrator');
  const [leaver, next] = ['Exploitation Coordinator, holder 1', 'Adoption Team Manager, holder 1'];
  const note = 'The missing-children meeting is mine to chair; the list is with the police.';
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Somebody leaves' }).click();
  await choose(page, 'Who leaves', leaver);
  await expect(page.getByRole('heading', { name: 'Exploitation Coordinator' })).toBeVisible();
  await expectAccessible(page, 'what somebody holds');
  await expectReflow(page, 'what somebody holds');
  await page.getByLabel('Last day').fill('31 March 2031');
  await expect(page.getByText('Exploitation Coordinator will be vacant')).toBeVisible();
  await choose(page, 'Who takes over Exploitation Coordinator', next);
  await page.getByLabel(/^Note for whoever takes it over/).fill(note);
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(page.getByText('It can be taken back until their last day, 31 March 2031')).toBeVisible();

  const successor = await pageOf(browser, baseURL ?? '', next);
  await successor.goto('/my-week');
  const handed = successor.getByRole('region', { name: 'Handed over to you' });
  await expect(handed).toContainText(note);
  await expect(handed).toContainText(`From ${leaver}, yours from 1 April 2031`);
  await expectAccessible(successor, 'what was handed over');

  await page.getByRole('button', { name: 'Take the hand-over back' }).click();
  await expect(page.getByRole('button', { name: 'Hand over', exact: true })).toBeVisible();
  await successor.reload();
  await expect(successor.getByRole('heading', { name: 'My week' })).toBeVisible();
  await expect(handed).toHaveCount(0);
  await successor.context().close();
});
