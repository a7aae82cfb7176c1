import { damagedPdf, emptyFile, encryptedPdf, longPdf } from '@gt/intake/testing';
import { expect, expectAccessible, test } from './fixtures.ts';

const PDFS: [name: string, bytes: () => Uint8Array, sentence: RegExp][] = [
  ['damaged', damagedPdf, /damaged/i],
  ['encrypted', encryptedPdf, /password|encrypted|protected/i],
  ['empty', emptyFile, /empty|0 bytes/i],
  ['of 600 pages', () => longPdf(600), /600|500 pages/i],
];

test('a PDF that cannot be read says which way it is wrong, and the way on', async ({
  page,
  signInAs,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/status of 4\d\d/);
  await signInAs('Programme Lead');
  for (const [name, bytes, sentence] of PDFS) {
    await page.goto('/plans/new');
    const file = { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(bytes()) };
    await page.locator('input[type=file]').setInputFiles(file);
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await expect(summary, name).toContainText(sentence, { timeout: 30_000 });
    await expect(page.getByRole('button', { name: 'Enter the recommendations by hand' })).toBeVisible();
  }
  await expectAccessible(page, 'a report that could not be read');
});

test('an upload of a forbidden type is refused with what is allowed, and nothing is written', async ({
  page,
  signInAs,
  plan,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/status of 4\d\d/);
  await signInAs('Head of Fostering, holder 1');
  await page.goto(`${plan}/actions?q=R2.A2`);
  await page.getByRole('link', { name: /^R2\.A2/ }).click();
  const tab = page.getByRole('tab', { name: /Evidence/ });
  await tab.click();
  const before = await tab.textContent();
  const script = {
    name: 'page.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<script>alert(1)</script>'),
  };
  await page.locator('input[type=file]').setInputFiles(script);
  await expect(page.getByText(/PDF, DOCX, XLSX/).first()).toBeVisible();
  await expect(tab).toHaveText(before ?? '');
});
