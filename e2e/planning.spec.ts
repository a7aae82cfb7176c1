import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

type Action = { id: string; version: number; reference: string };
type Team = { id: string; name: string; posts: { id: string; title: string }[] };

const DAY = 86_400_000;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const fromToday = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
/** "2026-03-12" → "12 March 2026", as a person types it. */
const typed = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

const panelOf = (page: Page, path: string, id: string, tab = '') => page.goto(`${path}/${id}${tab}`);
const get = (request: APIRequestContext, actionId: string) =>
  call<Action & { dueDate: string }>(request, 'actions.get', { actionId }, 'query');

/** Gives an action to the recruitment officer of Fostering, so that somebody other than the lead works on it. */
async function giveToFostering(request: APIRequestContext, actionId: string): Promise<void> {
  const teams = await call<Team[] | { teams: Team[] }>(request, 'teams.list', {}, 'query');
  const team = (Array.isArray(teams) ? teams : teams.teams).find(({ name }) => name === 'Fostering');
  const post = team?.posts.find(({ title }) => title === 'Fostering Recruitment Officer');
  const { version } = await get(request, actionId);
  await call(request, 'actions.assign', {
    actionId,
    version,
    teamId: team?.id,
    ownerPostId: post?.id,
    ownerUserId: null,
    partnerTeamId: null,
    supportingTeamIds: [],
    reason: '',
  });
}

async function pageOf(browser: Browser, baseURL: string, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London' });
  await signInOn(context, baseURL, name);
  return context.newPage();
}

test('a milestone that is late turns the colour, and says so; ticked off, it does not', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const own = await makeOwnPlan(context.request, [
    { title: 'Recruit twelve households', startDate: fromToday(-60), dueDate: fromToday(60) },
  ]);
  const [id = ''] = own.actionIds;
  await panelOf(page, own.path, id, '#milestones');
  await page.getByRole('button', { name: 'Add a milestone' }).click();
  await page.getByLabel('What is to be reached').fill('First panel sits');
  await page.getByLabel('By when').fill('31 February 2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no 31 February 2026. Check the day and the month')).toBeVisible();
  await expect(page.getByLabel('What is to be reached')).toHaveValue('First panel sits');
  await page.getByLabel('By when').fill(typed(fromToday(-20)));
  await page.keyboard.press('Enter');
  await expect(page.getByText('· 20 days late')).toBeVisible();
  await expect(page.getByText('Milestone “First panel sits” is 20 days late').first()).toBeVisible();
  await page.getByText('How this colour comes about').click();
  await expect(page.getByRole('row', { name: /A milestone is more than 14 days late/ })).toContainText(
    '20 days late',
  );
  await expectAccessible(page, 'milestones and colours');
  await expectReflow(page, 'milestones and colours');
  await page.getByRole('checkbox', { name: /First panel sits/ }).check();
  await expect(page.getByText(/^Reached/).first()).toBeVisible();
  await expect(page.getByText('Milestone “First panel sits” is 20 days late')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('checkbox', { name: /First panel sits/ })).not.toBeChecked();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText(/added a milestone/)).toBeVisible();
});

test('what waits for what is found by its reference; a circle is refused and shown', async ({
  page,
  context,
  signInAs,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/status of 422/);
  await signInAs('Programme Lead');
  const own = await makeOwnPlan(context.request, [
    { title: 'Sign the agreement' },
    { title: 'Name the leads' },
  ]);
  const [first = '', second = ''] = own.actionIds;
  const makeItWait = async (id: string, reference: string) => {
    await panelOf(page, own.path, id, '#milestones');
    await page.getByRole('button', { name: 'Make it wait for an action' }).click();
    await page.getByLabel('Find the action that must come first').fill(reference);
    await page.getByRole('radio', { name: new RegExp(`^${reference} `) }).check();
    await page.getByRole('button', { name: 'Make it wait', exact: true }).click();
  };
  await makeItWait(second, 'R1.A1');
  await expect(page.getByRole('link', { name: 'R1.A1 Sign the agreement' })).toBeVisible();
  await makeItWait(first, 'R1.A2');
  await expect(
    page.getByText('R1.A2 waits for R1.A1 already, so neither could begin: R1.A2 → R1.A1 → R1.A2.').first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(page.getByRole('link', { name: 'R1.A2 Name the leads' })).toBeVisible();
});

test('somebody asks for a date; the lead refuses with a note, then agrees to another', async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
}) => {
  test.setTimeout(150_000);
  await signInAs('Programme Lead');
  const due = fromToday(10);
  const own = await makeOwnPlan(context.request, [{ title: 'Open the night line', dueDate: due }]);
  const [id = ''] = own.actionIds;
  await giveToFostering(context.request, id);
  const officer = await pageOf(browser, baseURL ?? '', 'Fostering Recruitment Officer, holder 1');
  const askFor = async (date: string) => {
    await officer.getByRole('button', { name: 'Ask for another date' }).click();
    await officer.getByLabel('Date you ask for').fill(typed(date));
    await officer.getByLabel('Why it moves').fill('The pay panel meets two weeks later.');
    await officer.getByRole('button', { name: 'Ask for this date' }).click();
    await expect(officer.getByText(`${typed(date)} is asked for.`)).toBeVisible();
  };
  await panelOf(officer, own.path, id);
  await askFor(fromToday(40));
  await expect(officer.getByRole('button', { name: 'Withdraw' })).toBeVisible();

  const dates = `/plans/${own.planId}/dates`;
  await page.goto(dates);
  await expect(page.getByText('(30 days later)')).toBeVisible();
  await expectAccessible(page, 'dates asked for');
  await expectReflow(page, 'dates asked for');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.getByRole('button', { name: 'Refuse it' }).click();
  await expect(
    page.getByText('Enter why the date stays, so that whoever asked knows what to do').first(),
  ).toBeVisible();
  await page.getByLabel('Why the date stays').fill('Ask the panel for an earlier day first.');
  await page.getByRole('button', { name: 'Refuse it' }).click();
  await expect(page.getByText('No date waits for an answer.')).toBeVisible();

  await officer.reload();
  await expect(officer.getByText(/refused it on .*: Ask the panel for an earlier day first\./)).toBeVisible();
  await askFor(fromToday(20));
  await page.goto(dates);
  await page.getByRole('button', { name: 'Agree' }).click();
  await page.getByRole('button', { name: `Agree ${typed(fromToday(20))}` }).click();
  await expect(page.getByText('No date waits for an answer.')).toBeVisible();
  await panelOf(page, own.path, id);
  await page.getByText('moved once').click();
  await expect(page.getByText('Agreed by Programme Lead.')).toBeVisible();
  await expect(page.getByText(/Refused by Programme Lead: Ask the panel/)).toBeVisible();
  await officer.context().close();
});

test('moved to another recommendation it keeps its history and its old reference; removed, it comes back', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const own = await makeOwnPlan(context.request, [{ title: 'Sign the agreement' }]);
  const [id = ''] = own.actionIds;
  await call(context.request, 'recommendations.add', {
    planId: own.planId,
    quote: 'The focus on every permanence option for children.',
    leadIn: null,
    page: null,
    judgementAreas: [],
    frameworkRefs: [],
    idempotencyKey: crypto.randomUUID(),
  });
  await panelOf(page, own.path, id, '#detail');
  await page.getByRole('button', { name: 'Move to another recommendation' }).click();
  await page.getByRole('radio', { name: /^R2 / }).check();
  await page.getByLabel('Why it moves').fill('It answers the second one better.');
  await expectAccessible(page, 'moving an action');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^R2\.A1/ })).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText(/moved it to another recommendation/)).toBeVisible();
  await expect(page.getByText(/added the action/)).toBeVisible();
  const old = { planId: own.planId, reference: 'R1.A1' };
  expect(await call(context.request, 'actions.byReference', old, 'query')).toMatchObject({ id });

  await page.getByRole('tab', { name: 'Detail' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByLabel('Why it is removed').fill('It repeats another action.');
  await page.getByRole('button', { name: 'Remove the action' }).click();
  await expect(page.getByText('R2.A1 is in the recycle bin.')).toBeVisible();
  await page.goto(`/plans/${own.planId}/bin`);
  await expect(page.getByRole('row', { name: /R2\.A1/ })).toContainText('It repeats another action.');
  await expect(page.getByRole('row', { name: /R2\.A1/ })).toContainText('Programme Lead');
  await expectAccessible(page, 'recycle bin');
  await expectReflow(page, 'recycle bin');
  await page.getByRole('button', { name: 'Put back R2.A1' }).click();
  await expect(page.getByText('Nothing has been removed.')).toBeVisible();
});

test('how the plan is run is set with its rule in words, and somebody else’s change is not lost', async ({
  page,
  context,
  signInAs,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/status of 409/);
  await signInAs('Programme Lead');
  const own = await makeOwnPlan(context.request, []);
  await page.goto(`/plans/${own.planId}/settings`);
  await page.getByLabel('Days without an update').fill('0');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page.getByText('Days without an update must be a whole number from 1 to 90').first(),
  ).toBeVisible();
  await page.getByLabel('Days without an update').fill('21');
  await expect(page.getByText('No update for more than 21 days')).toBeVisible();
  await expect(page.getByText(/^1 open recommendation has this test and will have it/)).toBeVisible();
  await page.getByLabel('Newest no older than (days)').fill('60');
  await page.getByLabel('At least one item must show a difference for children').uncheck();
  await expect(
    page.getByText('The test asks for at least 2 kinds of evidence and the newest no older than 60 days'),
  ).toBeVisible();
  await expectAccessible(page, 'how the plan is run');
  await expectReflow(page, 'how the plan is run');
  const {
    planName: _name,
    history: _none,
    ...now
  } = await call<Record<string, unknown>>(context.request, 'plans.settings', { planId: own.planId }, 'query');
  await call(context.request, 'plans.editSettings', { ...now, timesMoved: 3 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: /changed this/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save my choices' }).click();
  await expect(page.getByText('Days without an update').first()).toBeVisible();
  await expect(page.getByText('Amber when silent for more than (days): 14 → 21')).toBeVisible();
  expect(await call(context.request, 'plans.settings', { planId: own.planId }, 'query')).toMatchObject({
    silentDays: 21,
    timesMoved: 3,
    newestWithinDays: 60,
    requireImpact: false,
    evidenceTests: { asPlan: 1, own: 0 },
  });
  await expect(page.getByText('Newest evidence no older than (days): 90 → 60')).toBeVisible();
});

test('the weekly review has its day in words, members and one chair, and a bank holiday moves it', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const own = await makeOwnPlan(context.request, []);
  await page.goto(`/plans/${own.planId}/settings`);
  await expect(page.getByText('No weekly review is held.')).toBeVisible();
  await page.getByLabel('Weekly review on').selectOption('Wednesday');
  await expect(page.getByText(/^Next review: \w+day .+, 10:00; updates by \w+day .+, 17:00/)).toBeVisible();
  // Christmas Day 2043 is a Friday.
  await page.getByLabel('First board').fill('25 December 2043');
  await expect(page.getByText(/moved from Friday 25 December, Christmas Day/)).toContainText(
    'Next board: Thursday 24 December 2043, 14:00',
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Day of the weekly review: none → Wednesday')).toBeVisible();

  const review = page.getByRole('region', { name: 'Weekly review' }).last();
  await expect(review.getByText('Nobody belongs to it yet.')).toBeVisible();
  for (const name of ['Head of Fostering, holder 1', 'Head of Courts and Legal, holder 1']) {
    await review.getByLabel('Add to the weekly review').first().fill(name);
    await page.getByRole('option', { name }).click();
    await review.getByRole('button', { name: 'Add' }).click();
    await expect(review.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }
  await expect(review.getByText('The weekly review has no chair. Name one.')).toBeVisible();
  await review.getByRole('button', { name: /^Make chair .+ Head of Fostering/ }).click();
  await expect(review.getByRole('listitem').first()).toContainText('Head of Fostering, holder 1Chair');
  await expect(review.getByText('The weekly review has no chair')).toHaveCount(0);
  await review.getByRole('button', { name: /^Take off .+ Head of Courts/ }).click();
  const said = page.getByRole('alert').filter({ hasText: 'does not belong to the weekly review any more' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(review.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, 'members of the weekly review');
  await expectReflow(page, 'members of the weekly review');
});

test('the chair reads the colours to challenge, with what was said of each', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Improvement Board Chair, holder 1');
  await page.goto(`${plan}/challenge`);
  const explained = page.getByRole('listitem').filter({ hasText: 'R1.A2 Give every early help plan' });
  await expect(explained).toContainText('Practitioners can be named before the agreement is signed');
  await expectAccessible(page, 'colours to challenge');
  await expectReflow(page, 'colours to challenge');
  await page.getByText('Not explained', { exact: true }).click();
  await expect(explained).toHaveCount(0);
  await expect(page.getByText('Nobody has said.').first()).toBeVisible();
});
