import type { APIRequestContext, BrowserContext } from '@playwright/test';
import { expect, signInOn, test } from './fixtures.ts';
import { runServer } from './run-server.ts';

const HEADERS = { 'x-golden-thread': '1', 'content-type': 'application/json' };

async function ask<T>(
  request: APIRequestContext,
  url: string,
  procedure: string,
  input: unknown,
): Promise<T> {
  const query = encodeURIComponent(JSON.stringify(input));
  const answer = await request.get(`${url}/trpc/${procedure}?input=${query}`, { headers: HEADERS });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).result.data;
}

/** Signs in as the programme lead, asks for a pack of the whole plan, and does not wait for it. */
async function askForPack(context: BrowserContext, url: string): Promise<string> {
  await signInOn(context, url, 'Programme Lead');
  const [plan] = await ask<{ id: string }[]>(context.request, url, 'plans.list', undefined);
  const requested = await context.request.post(`${url}/trpc/packs.build`, {
    headers: HEADERS,
    data: {
      planId: plan?.id,
      recommendationIds: [],
      marking: 'OFFICIAL_SENSITIVE',
      idempotencyKey: 'restart-story',
    },
  });
  expect(requested.ok(), await requested.text()).toBe(true);
  return (await requested.json()).result.data.packId;
}

test('a killed server comes back with its database and finishes the pack it was building', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const first = await runServer({ mode: 'sample' });
  const context = await browser.newContext();
  const packId = await askForPack(context, first.url).finally(() => first.kill());

  const port = Number(new URL(first.url).port);
  const second = await runServer({ mode: 'sample', dataDir: first.dataDir, port });
  try {
    expect(second.output()).toContain('took it over');
    // The session is in the database, so it outlived the process.
    await expect
      .poll(
        async () =>
          (await ask<{ state: string }>(context.request, second.url, 'packs.get', { packId })).state,
        {
          timeout: 120_000,
          intervals: [1000],
        },
      )
      .toBe('READY');
    const verified = await context.request.post(`${second.url}/trpc/audit.verify`, {
      headers: HEADERS,
      data: {},
    });
    expect((await verified.json()).result.data).toMatchObject({ ok: true, problem: null });
  } finally {
    await context.close();
    await second.stop();
  }
});
