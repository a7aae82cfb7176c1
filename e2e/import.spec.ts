import { makeSampleReport, ordinaryPdf, scannedPdf } from '@gt/intake/testing';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';

async function bringIn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto('/plans/new');
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Check the report' })).toBeVisible({ timeout: 30_000 });
}

const beside = (page: Page) => page.getByRole('region', { name: 'Page of the report' });
const words = (page: Page) => page.getByLabel('Words of the report');

/** Drags over the lines of the page from one to another, both ends included. */
async function select(page: Page, from: number, to: number): Promise<void> {
  const line = (index: number) => beside(page).locator(`[data-line="${index}"]`);
  await line(from).scrollIntoViewIfNeeded();
  const [first, last] = [await line(from).boundingBox(), await line(to).boundingBox()];
  if (!first || !last) throw new Error('The lines are not in sight.');
  await page.mouse.move(first.x + 1, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width - 2, last.y + last.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('each recommendation is shown on its page, and the same report is known when it comes again', async ({
  page,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  const attempt = test.info().retry;
  const bytes = makeSampleReport({ authority: `Carrow ${attempt}`, urn: `9${attempt}` });
  await bringIn(page, 'Carrow.pdf', bytes);
  await expect(beside(page).getByText('Page 2 of')).toBeVisible();
  await expect(beside(page).getByText('R1 is highlighted.')).toBeVisible({ timeout: 30_000 });
  await expect(beside(page).locator('mark')).toContainText([/partner agencies/]);
  await words(page).nth(2).focus();
  await expect(beside(page).getByText('R3 is highlighted.')).toBeVisible();
  await expect(beside(page).locator('mark')).toContainText([/fostering service/]);

  await page.getByRole('button', { name: 'Take R3 out' }).click();
  await expect(words(page)).toHaveCount(5);
  await page.getByRole('button', { name: 'Put R3 back' }).click();
  await expect(words(page).nth(2)).toHaveValue(/^The fostering service/);
  await expectAccessible(page, 'a report with its page beside it');
  await expectReflow(page, 'a report with its page beside it');

  await bringIn(page, 'Carrow again.pdf', bytes);
  const before = page.getByRole('region', { name: 'Brought in before' });
  await expect(before).toContainText('This report was read before.');
  await before.getByRole('link', { name: 'Carrow.pdf' }).click();
  await expect(page).toHaveTitle(/Carrow\.pdf/);
});

test('a report of no known layout is marked by hand, by pointer or line by line', async ({
  page,
  signInAs,
}) => {
  await signInAs('Programme Lead');
  await bringIn(page, 'Minutes.pdf', ordinaryPdf());
  await expect(page.getByText(/does not look like an inspection report/)).toBeVisible();
  await expect(words(page)).toHaveCount(1);
  await expect(beside(page).locator('[data-line]').first()).toBeAttached({ timeout: 30_000 });

  await select(page, 1, 2);
  await page.getByRole('button', { name: 'Add the selected words' }).click();
  await expect(words(page)).toHaveCount(1);
  await expect(words(page).first()).toHaveValue(
    /^The programme lead went through the actions that are due\. The inspection of the/,
  );
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('1');

  await beside(page).getByText('Choose lines instead').click();
  await beside(page)
    .getByRole('checkbox', { name: /^2\. The programme lead/ })
    .check();
  await page.getByRole('button', { name: 'Add the chosen lines' }).click();
  await expect(words(page)).toHaveCount(2);
  await expect(words(page).nth(1)).toHaveValue(/^The programme lead/);
  await expectAccessible(page, 'marking a report by hand');

  await bringIn(page, 'Scan.pdf', scannedPdf());
  await expect(page.getByText(/its pages are scanned pictures/)).toBeVisible();
  await expect(beside(page).getByText('This page is a picture')).toBeVisible({ timeout: 30_000 });
});
