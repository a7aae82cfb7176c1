import { expect, test } from 'vitest';
import { startTestServer } from '../testing/start-test-server.ts';

const server = await startTestServer();
await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD']);

test('a calendar programme reads without a session what the address stands for, until it ends', async () => {
  const cookie = await server.signIn('lead@trust.example');
  const ask = (procedure: string) => server.call(`/trpc/notifications.${procedure}`, { cookie, json: {} });
  const { address } = (await (await ask('makeFeed')).json()).result.data;
  const { pathname } = new URL(address);
  expect(pathname).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
  const answer = await fetch(`${server.url}${pathname}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await answer.text()).toContain('BEGIN:VCALENDAR');
  expect((await fetch(`${server.url}/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
  await ask('revokeFeed');
  expect((await fetch(`${server.url}${pathname}`)).status).toBe(404);
});
