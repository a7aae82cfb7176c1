import { beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, startTestServer } from '../testing/start-test-server.ts';

const server = await startTestServer();
const { db } = server;
let account = { userId: '' };
let email = '';
let count = 0;

beforeEach(async () => {
  count += 1;
  email = `head.of.fostering.${count}@trust.example`;
  account = await server.makeAccount(email, ['MANAGER']);
});

const session = async (cookie: string) => (await server.call('/api/session', { cookie })).json();

describe('signing in', () => {
  test('a right password opens a session with the roles of the account', async () => {
    const cookie = await server.signIn(email);
    const { user } = await session(cookie);
    expect(user).toMatchObject({ email, roles: ['MANAGER'], teamIds: [], postIds: [] });
    const audited = await db.auditEvent.findMany({
      where: { entityId: account.userId },
      select: { action: true },
    });
    expect(audited).toEqual([{ action: 'session.signIn' }]);
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const answer = await server.call('/api/auth/sign-in/email', { json: { email, password: PASSWORD } });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  test('a wrong password, and an address nobody has, get the same answer', async () => {
    const answers = [];
    for (const wrong of [email, 'nobody@trust.example']) {
      const answer = await server.call('/api/auth/sign-in/email', {
        json: { email: wrong, password: 'wrong wrong wrong' },
      });
      const body = await answer.json();
      body.error.problem.requestId = '';
      answers.push([answer.status, body]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(401);
  });

  test('the eleventh attempt within 15 minutes has to wait, the right password too', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await server.call('/api/auth/sign-in/email', { json: { email, password: 'wrong wrong wrong' } });
    }
    const answer = await server.call('/api/auth/sign-in/email', { json: { email, password: PASSWORD } });
    expect(answer.status).toBe(429);
    expect((await answer.json()).error.problem.message).toMatch(/Wait 15 minutes/);
  });
});

describe('the end of a session', () => {
  test('signing out ends it on the server', async () => {
    const cookie = await server.signIn(email);
    await server.call('/api/auth/sign-out', { cookie, json: {} });
    expect((await session(cookie)).user).toBeNull();
  });

  test('deactivating the account ends it at once, and the password opens no other', async () => {
    const cookie = await server.signIn(email);
    await db.user.update({
      where: { id: account.userId },
      data: { deactivatedAt: new Date() },
      select: { id: true },
    });
    expect((await session(cookie)).user).toBeNull();
    const answer = await server.call('/api/auth/sign-in/email', { json: { email, password: PASSWORD } });
    expect(answer.status).toBe(401);
  });

  test('30 minutes without activity end it; background polling is no activity', async () => {
    const cookie = await server.signIn(email);
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const setActive = (activeAt: Date) =>
      db.session.updateMany({ where: { userId: account.userId }, data: { activeAt } });
    await setActive(minutesAgo(29));
    await server.call('/api/session', { cookie, headers: { 'x-background': '1' } });
    const row = await db.session.findFirstOrThrow({
      where: { userId: account.userId },
      select: { activeAt: true },
    });
    expect(row.activeAt.getTime()).toBeLessThan(minutesAgo(28).getTime());
    expect((await session(cookie)).user).not.toBeNull();
    await setActive(minutesAgo(31));
    expect((await session(cookie)).user).toBeNull();
    expect(await db.session.count({ where: { userId: account.userId } })).toBe(0);
  });
});

describe('what no request can do', () => {
  test.each([
    '/api/auth/sign-up/email',
    '/api/auth/update-user',
    '/api/auth/list-sessions',
    '/api/auth/delete-user',
  ])('%s does not exist', async (path) => {
    const cookie = await server.signIn(email);
    const json = { email: 'new@trust.example', password: PASSWORD, name: 'New', roles: ['ADMINISTRATOR'] };
    expect((await server.call(path, { cookie, json })).status).toBe(404);
  });

  test('an invitation gives the roles it was made with, whatever the request says', async () => {
    const { createHash } = await import('node:crypto');
    const secret = `secret-${count}`;
    await db.invitation.create({
      data: {
        tokenDigest: createHash('sha256').update(secret).digest('hex'),
        email: `invited.${count}@trust.example`,
        name: 'Virtual School Head, holder 1',
        roles: ['CONTRIBUTOR'],
        createdById: account.userId,
        expiresAt: new Date(Date.now() + 60_000),
      },
      select: { id: true },
    });
    // Opening the link, as mail scanners do, uses nothing up.
    expect((await server.call(`/api/invitations/${secret}`)).status).toBe(200);
    expect((await server.call(`/api/invitations/${secret}`)).status).toBe(200);
    const weak = await server.call(`/api/invitations/${secret}`, { json: { password: 'password1234' } });
    expect((await weak.json()).error.problem.fields[0].message).toMatch(/too easy to guess/);
    const joined = await server.call(`/api/invitations/${secret}`, {
      json: { password: PASSWORD, roles: ['ADMINISTRATOR'], role: 'ADMINISTRATOR' },
    });
    expect(joined.status).toBe(200);
    const { user } = await session(await server.signIn(`invited.${count}@trust.example`));
    expect(user.roles).toEqual(['CONTRIBUTOR']);
    expect((await server.call(`/api/invitations/${secret}`)).status).toBe(404);
  });

  test('changing the password needs the present one, and ends the other sessions', async () => {
    const [first, second] = [await server.signIn(email), await server.signIn(email)];
    const newPassword = 'lantern copper meadow';
    const wrong = await server.call('/api/auth/change-password', {
      cookie: first,
      json: { currentPassword: 'not this one at all', newPassword },
    });
    expect((await wrong.json()).error.problem.fields[0].field).toBe('currentPassword');
    const right = await server.call('/api/auth/change-password', {
      cookie: first,
      json: { currentPassword: PASSWORD, newPassword },
    });
    expect(right.status).toBe(200);
    expect((await session(second)).user).toBeNull();
    await server.signIn(email, newPassword);
  });
});

test('a new installation is set up once, with the code from its console', async () => {
  const fresh = await startTestServer();
  expect((await (await fresh.call('/api/session')).json()).installation).toEqual({
    mode: 'REAL',
    needsSetUp: true,
  });
  const json = { code: 'wrong', name: 'Programme Lead', email: 'lead@trust.example', password: PASSWORD };
  const refused = await fresh.call('/api/set-up', { json });
  expect((await refused.json()).error.problem.fields[0].field).toBe('code');
  const both = await Promise.all(
    ['lead@trust.example', 'other@trust.example'].map((address) =>
      fresh.call('/api/set-up', { json: { ...json, email: address, code: 'a-set-up-code' } }),
    ),
  );
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 422]);
  expect(await fresh.db.user.count()).toBe(1);
});

test('sample accounts are shown in sample mode only', async () => {
  expect(await (await server.call('/api/sample-accounts')).json()).toEqual({ accounts: [] });
});
