import type { Page } from '@playwright/test';
import { expect, expectAccessible, signInOn, test } from './fixtures.ts';
import { openCsv, openSheet } from './open-sheet.ts';

const unique = (words: string) => `${words} ${Date.now().toString(36)}`;

const count = (page: Page) => page.getByRole('search', { name: 'Filter actions' }).getByText(/^\d+ of \d+$/);
const view = (page: Page) => page.getByRole('button', { name: /^View/ });
const chip = (page: Page, words: string) => page.getByRole('button', { name: `Change filter: ${words}` });

/** References of the rows on screen, in their order. */
async function references(page: Page): Promise<string[]> {
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  const rows = page.getByRole('grid').getByRole('rowheader').getByRole('link');
  return (await rows.allInnerTexts()).map((text) => text.trim().split(/\s/)[0] ?? '');
}

test('a filter is built by keyboard, kept as a view, shared, and opened by somebody else', async ({
  page,
  signInAs,
  plan,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signInAs('Programme Lead');
  await page.goto(`${plan}/actions`);
  await expect(count(page)).toBeVisible();
  const filter = page.getByRole('button', { name: 'Filter', exact: true });
  await filter.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Filter by' })).toBeFocused();
  await expectAccessible(page, 'the list of filters');
  await page.keyboard.type('team');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find in Team' })).toBeFocused();
  await page.keyboard.type('fostering');
  const fostering = page.getByRole('option', { name: /^Fostering \d+ actions$/ });
  await expect(fostering).toBeVisible();
  const promised = /(\d+) actions/.exec((await fostering.textContent()) ?? '')?.[1];
  await page.keyboard.press('Enter');
  await expect(chip(page, 'Team is Fostering')).toBeVisible();
  await expect(count(page)).toHaveText(new RegExp(`^${promised} of `));
  await page.keyboard.press('Escape');
  await expect(filter).toBeFocused();

  const name = unique('Fostering, all of it');
  await view(page).click();
  await expectAccessible(page, 'the menu of views');
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Share it').check();
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(view(page)).toContainText(name);
  const link = page.url();

  const other = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await signInOn(other, baseURL ?? '', 'Head of Fostering, holder 1');
  const theirs = await other.newPage();
  await theirs.goto(link);
  await expect(view(theirs)).toContainText(name);
  await expect(chip(theirs, 'Team is Fostering')).toBeVisible();
  expect(await references(theirs)).toEqual(await references(page));
  await theirs.getByRole('searchbox').fill('carers');
  await expect(view(theirs)).toHaveAccessibleName(/unsaved changes/);
  await expect(theirs.getByRole('button', { name: 'Save as…' })).toBeVisible();
  await view(theirs).click();
  await expect(theirs.getByText('Shared by Programme Lead')).toBeVisible();

  await view(page).click();
  await page.getByRole('menuitem', { name: `Remove “${name}”` }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`The view “${name}” is back.`)).toBeVisible();
  await view(page).click();
  await page.getByRole('menuitem', { name }).click();
  await view(page).click();
  await page.getByRole('menuitem', { name: `Remove “${name}”` }).click();
  await expect(view(page)).toContainText('All actions');
  await theirs.goto(link);
  await expect(theirs.getByText(/The view in this link was removed/)).toBeVisible();
  await expect(chip(theirs, 'Team is Fostering')).toBeVisible();
  await other.close();
});

test('an old link says what of it means nothing, and days that do not exist are answered at the field', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Programme Lead');
  const gone = '0190a000-0000-7000-8000-00000000000a';
  await page.goto(`${plan}/actions?rag=PURPLE&directorate=north&team=${gone}&priority=HIGH`);
  await expect(page.getByText(/2 parts of this link were not understood and are left out/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove them' }).click();
  await page.getByRole('button', { name: 'Remove what is gone' }).click();
  await expect(page).toHaveURL(/actions\?priority=HIGH$/);
  await expect(chip(page, 'Priority is High')).toBeVisible();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Filter by' })).toBeFocused();
  await page.keyboard.type('due');
  await page.keyboard.press('Enter');
  const from = page.getByLabel('From', { exact: true });
  for (const [typed, sentence] of [
    ['31 February 2026', 'Enter a real date with its year'],
    ['12 March 1826', 'Check the year: 1826 is not between 2000 and 2099'],
  ] as const) {
    await from.fill(typed);
    await page.getByRole('button', { name: 'Show these days' }).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(from).toHaveValue(typed);
  }
  await from.fill('1/1/2026');
  await page.getByLabel('To', { exact: true }).fill('31 December 2025');
  await page.getByRole('button', { name: 'Show these days' }).click();
  await expect(page.getByText('The last day must not be before the first')).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('31 December 2027');
  await page.getByLabel('To', { exact: true }).press('Enter');
  await expect(chip(page, 'Due 1 Jan 2026 to 31 Dec 2027')).toBeVisible();
});

test('the palette opens a reference at once, and finds a word that only an update says', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Programme Lead');
  await page.goto(`${plan}/position`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: /Search by words or reference/ });
  await expect(box).toBeFocused();
  await expectAccessible(page, 'the palette');
  await page.keyboard.type('r3.a2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^R3\.A2/ })).toBeVisible();

  await page.getByRole('button', { name: 'Search and commands' }).click();
  await expect(box).toBeFocused();
  await page.keyboard.type('hearings');
  await expect(page.getByRole('group', { name: 'Actions' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^R4\.A1/ })).toBeVisible();

  const button = page.getByRole('button', { name: 'Search and commands' });
  await button.click();
  await expect(box).toBeFocused();
  await page.keyboard.type('r99.a99');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing in this plan bears the reference R99.A99.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('single keys work on a page, never while typing, and not once they are switched off', async ({
  page,
  signInAs,
  plan,
}) => {
  await signInAs('Adoption Team Manager, holder 1');
  await page.goto(`${plan}/actions`);
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('/');
  const find = page.getByRole('searchbox');
  await expect(find).toBeFocused();
  await page.keyboard.type('g w?');
  await expect(find).toHaveValue('g w?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await find.fill('');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  const first = page.getByRole('complementary');
  await expect(first.getByRole('heading', { name: /^R1\.A1/ })).toBeVisible();
  const title = (await first.getByRole('heading').first().textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(first.getByRole('heading').first()).not.toHaveText(title);
  await page.keyboard.press('[');
  await expect(first.getByRole('heading').first()).toHaveText(title);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of this screen' })).toBeVisible();
  await expectAccessible(page, 'the keys of the screen');
  const singleKeys = page.getByRole('switch', { name: 'Single keys' });
  await singleKeys.click();
  await expect(singleKeys).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await page.keyboard.press('?');
  // The palette opens over no other dialog: once it shows, the single keys have had their chance.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /Search by words or reference/ })).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Keys of this screen' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/\/actions/);
  // For whoever comes next under this post.
  await page.goto('/account');
  await expect(singleKeys).toBeEnabled();
  await singleKeys.click();
  await expect(singleKeys).toBeChecked();
});

test('an export has exactly the rows and columns on screen', async ({ page, signInAs, plan, baseURL }) => {
  await signInAs('Programme Lead');
  await page.goto(`${plan}/actions?due=any&sort=-dueDate&columns=dueDate,team,status`);
  const shown = await references(page);
  expect(shown.length).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText(`Exports ${shown.length} actions, 5 columns`)).toBeVisible();
  const fetched = async (name: string) => {
    const href = await page.getByRole('menuitem', { name }).getAttribute('href');
    const answer = await page.request.get(`${baseURL}${href}`);
    expect(answer.ok()).toBe(true);
    return answer.body();
  };
  const csv = openCsv((await fetched('Plain list (CSV)')).toString('utf8'));
  const sheet = await openSheet(await fetched('Workbook (XLSX)'));
  for (const rows of [csv, sheet]) {
    expect(rows[0]).toEqual(['Ref', 'Action', 'Due', 'Days overdue', 'Team', 'Status']);
    expect(rows.slice(1).map(([reference]) => reference)).toEqual(shown);
  }
  const due = (await page.getByRole('row').nth(1).getByRole('gridcell').nth(2).textContent()) ?? '';
  expect(due.slice(0, 2).trim()).toBe(csv[1]?.[2]?.split(' ')[0]);
});
