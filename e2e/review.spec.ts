import { expect, expectAccessible, expectReflow, signInOn, test } from './fixtures.ts';
import { call } from './own-plan.ts';
import { enter, heading, LEAD, LONG_AGO, noteOf, openReview, row } from './own-review.ts';

/** Holds a postcode, which screening takes for the address of somebody. */
const TYPED = 'Two assessors left in March, one of them from B1 1AA.';

test('ten actions are reviewed in at most 45 keystrokes beyond the words, and each is saved', async ({
  context,
  page,
  signInAs,
}) => {
  test.setTimeout(180_000);
  await signInAs(LEAD);
  const { path, reviewId } = await openReview(context, 10);
  await enter(page, path);
  await heading(page).focus();
  let keystrokes = 0;
  // Control with Enter are two keys pressed.
  const press = async (keys: string) => {
    keystrokes += keys.split('+').length;
    await page.keyboard.press(keys);
  };
  const words = (text: string) => page.keyboard.type(text);

  for (let at = 1; at <= 10; at += 1) {
    await expect(heading(page)).toContainText(`part ${at}`);
    if (at === 4) {
      await press('d');
      await expect(page.getByLabel('New date')).toBeFocused();
      await words('12 Mar 2027');
      await press('Enter');
      await words('Two panels were postponed.');
      await press('Enter');
      await expect(page.getByRole('form', { name: /New due date/ })).toBeHidden();
      await expect(heading(page)).toBeFocused();
    }
    await press(at % 2 === 0 ? '2' : '1');
    await words(`Two assessors left in week ${at}.`);
    await press('Control+Enter');
  }
  expect(keystrokes).toBeLessThanOrEqual(45);

  await expect(page.getByText('10 dealt with')).toBeVisible();
  await expect(page.locator('[data-item][data-saved="false"]')).toHaveCount(0);
  const { agenda } = await call<{
    agenda: { note: string; rag: string; state: string; dueDate: string }[];
  }>(context.request, 'reviews.get', { reviewId }, 'query');
  expect(agenda.map(({ state }) => state)).toEqual(Array(10).fill('DONE'));
  expect(agenda.map(({ note }) => note)).toEqual(
    Array.from({ length: 10 }, (_, at) => `Two assessors left in week ${at + 1}.`),
  );
  expect(agenda.map(({ rag }) => rag)).toEqual(
    Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 'RED' : 'AMBER')),
  );
  expect(agenda[3]?.dueDate).toBe('2027-03-12');
});

test('followers go with the chair, look on their own, come back by a key, and take the chair over', async ({
  browser,
  context,
  page,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signInAs(LEAD);
  const { path, actionIds } = await openReview(context, 4);
  await enter(page, path);
  const join = async (name: string) => {
    const other = await browser.newContext({ baseURL });
    await signInOn(other, baseURL ?? '', name);
    const follower = await other.newPage();
    await enter(follower, path);
    return follower;
  };
  const chair = await join('Improvement Board Chair, holder 1');
  const reader = await join('Quality Assurance Lead, holder 1');
  await expect(page.getByText(/Also here:.*Improvement Board Chair/)).toBeVisible();

  // Whoever follows sees what the chair sees, and has nothing to write with.
  await heading(page).focus();
  await page.keyboard.press('j');
  await expect(heading(chair)).toContainText('part 2');
  await expect(heading(reader)).toContainText('part 2');
  await expect(noteOf(reader)).toHaveCount(0);
  await noteOf(page).fill('The panel meets on Thursday.');
  await expect(reader.getByText('The panel meets on Thursday.')).toBeVisible();

  // On one's own, and back.
  await reader.keyboard.press('j');
  await expect(heading(reader)).toContainText('part 3');
  await expect(reader.getByText('You are looking on your own.')).toBeVisible();
  await expectAccessible(reader, 'a meeting that somebody looks at on their own');
  await expect(heading(page)).toContainText('part 2');
  await reader.keyboard.press('f');
  await expect(heading(reader)).toContainText('part 2');

  // A colour and a decision are seen by all; so is a change that is made outside the meeting.
  await heading(page).focus();
  await page.keyboard.press('c');
  await page.getByLabel('What was decided').fill('Ask the board for two more assessors.');
  await page.keyboard.press('Control+Enter');
  await expect(reader.getByText('Ask the board for two more assessors.')).toBeVisible();
  await call(context.request, 'actions.edit', {
    actionId: actionIds[1],
    version: 1,
    title: 'Approve foster carers, better worded',
    detail: '',
    successMeasure: '',
    priority: 'HIGH',
    startDate: LONG_AGO,
  });
  await expect(heading(reader)).toContainText('better worded');

  // The chair is handed over in a click, to somebody who was not on the list; from then on everybody follows them.
  await page.getByRole('button', { name: 'You are chairing' }).click();
  await page.getByRole('menuitem', { name: /Improvement Board Chair, holder 1, here/ }).click();
  await expect(chair.getByRole('button', { name: 'You are chairing' })).toBeVisible();
  await heading(chair).focus();
  await chair.keyboard.press('j');
  await expect(heading(chair)).toContainText('part 3');
  await expect(heading(page)).toContainText('part 3');
  await expect(heading(reader)).toContainText('part 3');
  // The programme lead takes it back.
  await page.getByRole('button', { name: /^Following: Improvement Board Chair/ }).click();
  await page.getByRole('menuitem', { name: 'Take the chair' }).click();
  await expect(page.getByRole('button', { name: 'You are chairing' })).toBeVisible();
  await expect(chair.getByRole('button', { name: /^Following: Programme Lead/ })).toBeVisible();
});

test('the meeting can be seen by everybody: accessible, at every width, with a form open and an error shown', async ({
  context,
  page,
  signInAs,
}) => {
  test.setTimeout(480_000);
  await signInAs(LEAD);
  const { path } = await openReview(context, 3);
  await enter(page, path);
  await page.waitForLoadState('networkidle');
  await expectAccessible(page, 'a meeting');
  await expectReflow(page, 'a meeting');
  await page.getByRole('button', { name: 'Large letters' }).click();
  await expect(page.locator('html')).toHaveCSS('font-size', '22px');
  await expectReflow(page, 'a meeting in large letters');
  await expectAccessible(page, 'a meeting in large letters');
  await page.getByRole('button', { name: 'Large letters' }).click();

  // A colour without its reason says what is missing, and nothing moves on.
  await heading(page).focus();
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Say why the action is off track')).toBeVisible();
  await expect(heading(page)).toContainText('part 1');
  await expect(noteOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await expectAccessible(page, 'a meeting with a form and an error');
  await expectReflow(page, 'a meeting with a form and an error');
  await page.keyboard.press('Escape');
  await expect(heading(page)).toBeFocused();
  // Escape does not leave the meeting.
  await page.keyboard.press('Escape');
  await expect(heading(page)).toBeVisible();
});

test('the keys of a meeting, its agenda on a phone, and the list of reviews can be used by everybody', async ({
  context,
  page,
  signInAs,
}) => {
  test.setTimeout(480_000);
  await signInAs(LEAD);
  const { path, planId } = await openReview(context, 3);
  await enter(page, path);
  await heading(page).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Next item');
  await expectAccessible(page, 'the keys of a meeting');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByRole('button', { name: 'Open the agenda' }).click();
  await expect(page.getByRole('dialog', { name: 'Agenda' })).toBeVisible();
  await expectAccessible(page, 'the agenda as a sheet');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto(`/plans/${planId}/reviews`);
  await expect(page.getByRole('link', { name: 'Join the meeting' })).toBeVisible();
  await expectAccessible(page, 'the reviews of a plan');
  await expectReflow(page, 'the reviews of a plan');
});

test('what is typed without a connection is kept, shown, and sent in its order when it is back', async ({
  context,
  page,
  signInAs,
  consoleNoise,
}) => {
  test.setTimeout(180_000);
  // A reload in the middle of sending: what arrived already is answered as a conflict with oneself.
  consoleNoise.allowed.push(/ERR_INTERNET_DISCONNECTED/, /409/);
  await signInAs(LEAD);
  const { path, reviewId } = await openReview(context, 3);
  await enter(page, path);
  // What comes next has been asked for ahead.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await heading(page).focus();
  await page.keyboard.press('2');
  await page.keyboard.type('Said without a connection.');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page)).toContainText('part 2');
  await expect(page.getByText('Not connected:')).toBeVisible();
  await expectAccessible(page, 'a meeting without a connection');
  await page.keyboard.press('c');
  await page.getByLabel('What was decided').fill('Decided without a connection.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('n');
  await page.keyboard.type('Half a thou');
  await expect(row(page, 'R1.A1')).toHaveAttribute('data-saved', 'false');
  // A dialog that nobody has opened yet was fetched ahead.
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: /action/i })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#review-note')).toHaveValue('Half a thou');

  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText('Not connected:')).toHaveCount(0);
  await expect(row(page, 'R1.A1')).toHaveAttribute('data-state', 'DONE');
  await expect(page.locator('[data-item][data-saved="false"]')).toHaveCount(0);
  const saved = await call<{
    agenda: { note: string; rag: string }[];
    decisionsMade: { text: string }[];
  }>(context.request, 'reviews.get', { reviewId }, 'query');
  expect(saved.agenda[0]).toMatchObject({ note: 'Said without a connection.', rag: 'AMBER' });
  expect(saved.agenda[1]?.note).toBe('Half a thou');
  expect(saved.decisionsMade.map(({ text }) => text)).toEqual(['Decided without a connection.']);
});

test('a review is closed, frozen once by two at the same moment, and read afterwards with its minutes', async ({
  browser,
  context,
  page,
  signInAs,
  baseURL,
  consoleNoise,
}) => {
  test.setTimeout(300_000);
  consoleNoise.allowed.push(/409/);
  await signInAs(LEAD);
  const { path, planId } = await openReview(context, 2);
  const other = await browser.newContext({ baseURL });
  await signInOn(other, baseURL ?? '', LEAD);
  const second = await other.newPage();
  for (const each of [page, second]) {
    await enter(each, path);
  }
  await heading(page).focus();
  await page.keyboard.press('1');
  await page.keyboard.type(TYPED);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('p');
  await expect(page.getByText('2 dealt with, 1 of them parked')).toBeVisible();

  for (const each of [page, second]) await each.getByRole('button', { name: 'Close the review' }).click();
  // What may name somebody in the words of the meeting is shown once more, before the minutes hold it for good.
  const found = page.getByRole('region', { name: 'Before the minutes are made' });
  await expect(found).toContainText('1 place in what was written may identify');
  await expect(found.getByRole('listitem')).toContainText('Postcode');
  await page.getByLabel('A guest, by post').fill('Designated Nurse');
  await page.getByRole('button', { name: 'Add the guest' }).click();
  await page.getByLabel('For the minutes (optional)').fill('A good meeting, half as long as last time.');
  await expect(second.getByText('Designated Nurse')).toBeVisible();
  await expectAccessible(page, 'closing a review');
  await expectReflow(page, 'closing a review');
  await Promise.all(
    [page, second].map((each) => each.getByRole('button', { name: 'Freeze the review' }).click()),
  );
  for (const each of [page, second]) {
    await expect(each.getByText(/^Frozen on .* by Programme Lead/)).toBeVisible({ timeout: 30_000 });
  }
  await expect(page.getByText('A good meeting, half as long as last time.')).toBeVisible();
  await expect(page.getByText(TYPED)).toBeVisible();
  await expect(page.getByText('Designated Nurse: present')).toBeVisible();
  await expectAccessible(page, 'a review on record');
  await expectReflow(page, 'a review on record');
  await expect(page.getByRole('link', { name: /^PDF/ })).toBeVisible({ timeout: 60_000 });
  const minutes = await context.request.get(
    (await page.getByRole('link', { name: /^PDF/ }).getAttribute('href')) ?? '',
  );
  expect((await minutes.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: 'Add a correction' }).click();
  await page.getByLabel('Correction', { exact: true }).fill('There were three assessors.');
  await page.getByRole('button', { name: 'Add the correction' }).click();
  await expect(page.getByText('There were three assessors.')).toBeVisible();
  await page.goto(`/plans/${planId}/reviews`);
  await expect(page.getByRole('row').filter({ hasText: 'Weekly review 1' })).toContainText(
    '1 of 2, 1 parked',
  );
  await other.close();
});
