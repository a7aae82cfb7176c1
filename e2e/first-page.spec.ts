import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';

/** Gzipped JavaScript that the page fetches until `usable` resolves, in kB. */
async function scriptsUntil(page: Page, usable: () => Promise<void>): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  await usable();
  await page.waitForLoadState('networkidle');
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

test('sign-in is usable within 190 kB of JavaScript', async ({ page }) => {
  const kilobytes = await scriptsUntil(page, async () => {
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
  expect(kilobytes).toBeLessThanOrEqual(190);
  await expectAccessible(page, 'sign-in');
  await expectReflow(page, 'sign-in');
});

test("the plan's table is usable within 250 kB of JavaScript", async ({ page, signInAs, plan }) => {
  await signInAs('Programme Lead');
  const kilobytes = await scriptsUntil(page, async () => {
    await page.goto(`${plan}/actions`);
    await expect(page.getByRole('link', { name: /^R1\.A1/ })).toBeVisible();
  });
  expect(kilobytes).toBeLessThanOrEqual(250);
});

test('a wrong password says what to do, keeps the address, and moves focus to the summary', async ({
  page,
  consoleNoise,
}) => {
  consoleNoise.allowed.push(/401/);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('nobody@northmoor.example');
  await page.getByLabel('Password', { exact: true }).fill('not the right one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@northmoor.example');
  await expectAccessible(page, 'sign-in with an error');
});

test('the page keeps to a strict policy', async ({ page, request, baseURL }) => {
  const answer = await request.get(`${baseURL}/sign-in`);
  const policy = answer.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain('unsafe-eval');
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
