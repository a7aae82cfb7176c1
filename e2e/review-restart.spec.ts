import type { Page } from '@playwright/test';
import { expect, signInOn, test } from './fixtures.ts';
import { call } from './own-plan.ts';
import { enter, heading, LEAD, openReview, row } from './own-review.ts';
import { runServer } from './run-server.ts';

test('ten people in one meeting are back in step soon after a restart, and nothing typed is lost', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const first = await runServer({ mode: 'sample' });
  const lead = await browser.newContext({ baseURL: first.url });
  await signInOn(lead, first.url, LEAD);
  const { path, reviewId } = await openReview(lead, 6);
  const { accounts } = await (await lead.request.get('/api/sample-accounts')).json();
  const readers = (accounts as { name: string; roles: string[] }[]).filter(
    ({ name, roles }) =>
      name !== LEAD && roles.some((role) => ['MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'].includes(role)),
  );
  expect(readers.length).toBeGreaterThanOrEqual(9);
  const pages: Page[] = [await lead.newPage()];
  for (const { name } of readers.slice(0, 9)) {
    const context = await browser.newContext({ baseURL: first.url });
    await signInOn(context, first.url, name);
    pages.push(await context.newPage());
  }
  for (const page of pages) {
    await enter(page, path);
  }
  const [chair, ...followers] = pages as [Page, ...Page[]];
  await heading(chair).focus();
  await chair.keyboard.press('j');
  for (const follower of followers)
    await expect(heading(follower)).toContainText('part 2', { timeout: 30_000 });

  // The server is gone while the chair goes on typing.
  await chair.keyboard.press('n');
  await chair.keyboard.type('Typed before, ');
  await first.kill();
  await chair.keyboard.type('during and ');
  await chair.keyboard.press('Control+Enter');
  await expect(heading(chair)).toContainText('part 3');
  await chair.keyboard.press('1');
  await chair.keyboard.type('A colour while the server is away.');
  await chair.keyboard.press('Control+Enter');
  await expect(heading(chair)).toContainText('part 4');
  await expect(chair.getByText('Not connected:')).toBeVisible();

  const port = Number(new URL(first.url).port);
  const again = await runServer({ mode: 'sample', dataDir: first.dataDir, port });
  try {
    const began = Date.now();
    await Promise.all(
      followers.map((follower) =>
        follower.waitForFunction(
          () => document.querySelector('[data-item-heading]')?.textContent?.includes('part 4') === true,
          undefined,
          { timeout: 60_000, polling: 50 },
        ),
      ),
    );
    await chair.waitForFunction(() => document.querySelector('[data-saved="false"]') === null, undefined, {
      timeout: 60_000,
      polling: 50,
    });
    const took = Date.now() - began;
    process.stdout.write(`      back in step after ${took} ms\n`);
    expect(took, `back in step after ${took} ms`).toBeLessThanOrEqual(5_000);
    const { agenda } = await call<{ agenda: { note: string; rag: string; state: string }[] }>(
      lead.request,
      'reviews.get',
      { reviewId },
      'query',
    );
    expect(agenda[1]).toMatchObject({ note: 'Typed before, during and', state: 'DONE' });
    expect(agenda[2]).toMatchObject({
      note: 'A colour while the server is away.',
      rag: 'RED',
      state: 'DONE',
    });
    for (const follower of followers) {
      await expect(row(follower, 'R1.A3')).toHaveAttribute('data-state', 'DONE');
    }
  } finally {
    for (const page of pages) await page.context().close();
    await again.stop();
  }
});
