import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildServer } from '../server.ts';
import { MARK } from '../testing/make-agency.ts';
import { startLinkServer } from '../testing/start-link-server.ts';
import { updateLinkRoutes } from './update-link-routes.ts';

const { server, db, cookie, at, post, open, send, words, problemIn, updatesOf } = await startLinkServer();

describe('what a link does not reach', () => {
  test.each(['others', 'elsewhere'] as const)(
    'an action %s: not found, as if there were none',
    async (which) => {
      const answer = await send(at.plan.actions[which]);
      expect(answer.status).toBe(404);
      const unknown = await problemIn(await send(at.plan.actions.given, { actionId: randomUUID() }));
      expect((await problemIn(answer)).message).toBe(unknown.message);
      expect(await updatesOf(at.plan.actions[which])).toEqual([]);
    },
  );

  test('an action that was closed while the page was open', async () => {
    await open();
    const body = await words(at.plan.actions.given);
    await db.action.update({
      where: { id: at.plan.actions.given },
      data: { status: 'CLOSED' },
      select: { id: true },
    });
    const answer = await post('/api/update-link/updates', body);
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).message).toBe(
      'R1.A1 is finished by now and wants no update any more. If your words matter still, ask the programme lead at Northmoor Children’s Trust where to send them.',
    );
    expect(await updatesOf(at.plan.actions.given)).toEqual([]);
  });
});

describe('a link that works no more', () => {
  const ended = async (told: RegExp) => {
    for (const answer of [await open(), await send(at.plan.actions.given)]) {
      expect(answer.status).toBe(422);
      const { code, message } = await problemIn(answer);
      expect(code).toBe('RULE');
      expect(message).toMatch(told);
      expect(message).toContain('ask the programme lead at Northmoor Children’s Trust for a new one');
      expect(message).not.toContain(MARK);
    }
    expect(await updatesOf(at.plan.actions.given)).toEqual([]);
  };

  test('past its end', async () => {
    await db.updateLink.update({
      where: { id: at.linkId },
      data: { expiresAt: new Date() },
      select: { id: true },
    });
    await ended(/^This link worked until the end of /);
  });

  test('revoked while the page was open', async () => {
    await open();
    await server.call('/trpc/updateLinks.revoke', { cookie, json: { linkId: at.linkId } });
    await ended(/^This link was withdrawn on /);
  });

  test('sent again', async () => {
    const json = { linkId: at.linkId, days: 7, idempotencyKey: randomUUID() };
    await server.call('/trpc/updateLinks.sendAgain', { cookie, json });
    await ended(/^A newer link took the place of this one on /);
  });

  test.each(['x'.repeat(43), 'short', '', null, 7, ['a'], { a: 1 }])('%j is no link', async (wrong) => {
    const answer = await post('/api/update-link', { secret: wrong });
    expect([400, 404]).toContain(answer.status);
  });
});

describe('who may ask', () => {
  test.each<[string, Record<string, string>, number]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['text', { 'content-type': 'text/plain' }, 400],
    ['neither our client nor our page', { 'x-golden-thread': '' }, 403],
  ])('not %s', async (_what, headers, status) => {
    for (const path of updateLinkRoutes.map((route) => route.path)) {
      const answer = await server.call(path, {
        method: 'POST',
        body: JSON.stringify(await words(at.plan.actions.given)),
        headers: { 'content-type': 'application/json', ...headers },
      });
      expect(answer.status, path).toBe(status);
    }
    expect(await updatesOf(at.plan.actions.given)).toEqual([]);
    expect(await db.updateLink.findUniqueOrThrow({ where: { id: at.linkId } })).toMatchObject({
      firstOpenedAt: null,
    });
  });

  test('a session opens nothing here, and gives no more', async () => {
    expect((await post('/api/update-link', { secret: 'x'.repeat(43) }, { cookie })).status).toBe(404);
    expect(await (await open({ cookie })).text()).not.toContain(MARK);
  });

  test('guesses from one place end after sixty; a secret that is one is no guess', async () => {
    for (let tried = 0; tried < 61; tried += 1) expect((await open()).status).toBe(200);
    const statuses: number[] = [];
    for (let guess = 0; guess < 62; guess += 1) {
      const wrong = `${String(guess).padStart(3, '0')}${'x'.repeat(40)}`;
      statuses.push((await post('/api/update-link', { secret: wrong })).status);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(404));
    expect(statuses.slice(60)).toEqual([429, 429]);
  });

  test('one link is asked at most three hundred times in a quarter of an hour', async () => {
    await open();
    await db.rateLimit.updateMany({ where: { count: 1 }, data: { count: 300 } });
    const answer = await open();
    expect(answer.status).toBe(429);
    expect((await problemIn(answer)).message).toMatch(/^Too many attempts\. Wait \d+ (minutes|seconds)/);
  });
});

test('the log holds no secret, no words and no address of whoever wrote', async () => {
  const lines: string[] = [];
  const app = buildServer(server.services, {
    webDir: '/nowhere',
    logLevel: 'info',
    logStream: { write: (line) => void lines.push(line) },
  });
  const ask = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, payload, headers: { 'x-golden-thread': '1' } });
  await ask('/api/update-link', { secret: at.secret });
  await ask('/api/update-link', { secret: `planted${'x'.repeat(36)}` });
  await ask(`/api/update-link?${at.secret}`, { secret: 'planted' });
  await ask(
    '/api/update-link/updates',
    await words(at.plan.actions.given, { whatHappened: 'planted-words' }),
  );
  await ask('/api/update-link/updates', await words(at.plan.actions.given, { rag: 'planted-rag' }));
  await app.inject({ url: `/update?${at.secret}` });
  await app.close();
  const log = lines.join('');
  expect(log).toContain('request completed');
  expect(log).not.toContain(at.secret);
  expect(log).not.toMatch(/planted|police\.example|Sergeant/);
});
