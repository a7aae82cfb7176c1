import { createDatabase } from '@gt/db';
import { describe, expect, test } from 'vitest';
import { addressGroup } from '../http/rate-limit.ts';
import { buildServer } from '../server.ts';
import { PASSWORD, startTestServer } from '../testing/start-test-server.ts';

const server = await startTestServer();
const { db } = server;
const email = 'head.of.fostering@trust.example';
const { userId } = await server.makeAccount(email, ['MANAGER']);

const attempt = (address: string, password: string, headers: Record<string, string> = {}) =>
  server.call('/api/auth/sign-in/email', { json: { email: address, password }, headers });

describe('counting attempts', () => {
  test('spelling the address otherwise, or claiming another origin, is no new beginning', async () => {
    const spellings = [email, email.toUpperCase(), ` ${email}`, `${email}\t`, `\u0000${email}`];
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const spelling = spellings[n % spellings.length] ?? email;
      statuses.push((await attempt(spelling, 'wrong wrong', { 'x-forwarded-for': `10.0.0.${n}` })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });

  test('behind a proxy on this machine the visitor is who the proxy says, not who the visitor says', async () => {
    const app = buildServer(server.services, {
      webDir: '/nowhere',
      logLevel: 'silent',
      trustProxy: ['127.0.0.1', '::1'],
    });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        remoteAddress: '127.0.0.1',
        headers: { 'x-golden-thread': '1', 'x-forwarded-for': `10.9.9.${n}, 198.51.100.7` },
        payload: { email: 'somebody@trust.example', password: 'wrong wrong wrong' },
      });
      statuses.push(answer.statusCode);
    }
    await app.close();
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  test('addresses of one household count as one', () => {
    expect(addressGroup('2001:db8:1:2:3:4:5:6')).toBe(addressGroup('2001:db8:1:2::9'));
    expect(addressGroup('2001:db8:1:3::9')).not.toBe(addressGroup('2001:db8:1:2::9'));
    expect(addressGroup('::ffff:192.0.2.1')).toBe(addressGroup('192.0.2.1'));
    expect(addressGroup('192.0.2.1')).not.toBe(addressGroup('192.0.2.2'));
    expect(addressGroup('fe80::1%eth0')).toBe(addressGroup('fe80::2'));
  });

  test('people who sign in rightly do not use up what the whole office has', async () => {
    const other = 'other@trust.example';
    await server.makeAccount(other, ['VIEWER']);
    const officeLimit = async () =>
      (await db.rateLimit.findFirst({ where: { key: 'sign-in:127.0.0.1' }, select: { count: true } }))?.count;
    const before = await officeLimit();
    await server.signIn(other);
    expect(await officeLimit()).toBe(before);
  });

  test('hiding the commas of a batch does not make it one call', async () => {
    const cookie = await server.signIn('other@trust.example');
    const count = async () =>
      (
        await db.rateLimit.findFirst({
          where: { key: { startsWith: 'calls:' } },
          orderBy: { lastRequest: 'desc' },
          select: { count: true },
        })
      )?.count ?? 0;
    const path = (comma: string) => `/trpc/${Array(10).fill('plans.list').join(comma)}?batch=1&input={}`;
    const before = await count();
    expect((await server.call(path('%252C'), { cookie })).status).toBe(200);
    expect((await count()) - before).toBe(10);
  });
});

test('how long a refusal takes does not tell whether the address has an account', async () => {
  const known = 'known@trust.example';
  await server.makeAccount(known, ['VIEWER']);
  const owner = createDatabase(server.ownerUrl, { poolSize: 1 });
  // While the history cannot be written, only an answer that waits for it is late.
  let answered = '';
  await owner.db.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE');
      answered = await Promise.race([
        attempt(known, 'wrong wrong wrong').then((answer) => String(answer.status)),
        new Promise<string>((done) => setTimeout(() => done('waits'), 4000)),
      ]);
    },
    { timeout: 10_000 },
  );
  await owner.close();
  expect(answered).toBe('401');
  await expect
    .poll(() => db.auditEvent.count({ where: { action: 'session.signInFailed' } }), { timeout: 5000 })
    .toBeGreaterThan(0);
});

describe('what is written is on record, or not written', () => {
  async function whileHistoryFails(work: () => Promise<void>): Promise<void> {
    const owner = createDatabase(server.ownerUrl, { poolSize: 1 });
    await owner.db.$executeRawUnsafe('ALTER TABLE audit_payload RENAME TO audit_payload_away');
    try {
      await work();
    } finally {
      await owner.db.$executeRawUnsafe('ALTER TABLE audit_payload_away RENAME TO audit_payload');
      await owner.close();
    }
  }
  const person = 'on.record@trust.example';

  test('no session is handed out, ended, or password changed without its row in the history', async () => {
    const { userId: id } = await server.makeAccount(person, ['VIEWER']);
    const cookie = await server.signIn(person);
    const sessions = await db.session.count({ where: { userId: id } });
    await whileHistoryFails(async () => {
      const signIn = await attempt(person, PASSWORD);
      expect(signIn.status).toBe(500);
      expect(signIn.headers.getSetCookie()).toEqual([]);
      expect((await server.call('/api/auth/sign-out', { cookie, json: {} })).status).toBe(500);
      const changed = await server.call('/api/auth/change-password', {
        cookie,
        json: { currentPassword: PASSWORD, newPassword: 'lantern copper meadow' },
      });
      expect(changed.status).toBe(500);
    });
    expect(await db.session.count({ where: { userId: id } })).toBe(sessions);
    expect((await (await server.call('/api/session', { cookie })).json()).user.id).toBe(id);
    await server.signIn(person);
  });
});

describe('sessions', () => {
  test('signing in again in the same browser ends the session that was there', async () => {
    const first = await server.signIn('other@trust.example');
    const again = await server.call('/api/auth/sign-in/email', {
      cookie: first,
      json: { email: 'other@trust.example', password: PASSWORD },
    });
    expect(again.status).toBe(200);
    expect((await (await server.call('/api/session', { cookie: first })).json()).user).toBeNull();
  });

  test('a session ends after 12 hours whatever happens', async () => {
    const cookie = await server.signIn('other@trust.example');
    const { expiresAt, createdAt } = await db.session.findFirstOrThrow({
      where: { user: { email: 'other@trust.example' } },
      orderBy: { createdAt: 'desc' },
      select: { expiresAt: true, createdAt: true },
    });
    expect(expiresAt.getTime() - createdAt.getTime()).toBeLessThanOrEqual(12 * 3600_000 + 1000);
    await server.call('/api/session', { cookie });
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await (await server.call('/api/session', { cookie })).json()).user).toBeNull();
  });

  test('the address kept with a session is the one seen, not the one claimed', async () => {
    await server.call('/api/auth/sign-in/email', {
      json: { email: 'other@trust.example', password: PASSWORD },
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    expect(await db.session.count({ where: { ipAddress: '203.0.113.9' } })).toBe(0);
  });

  test('changing the password gives a new session and takes back links for a new password', async () => {
    const changer = 'changer@trust.example';
    const account = await server.makeAccount(changer, ['VIEWER']);
    const cookie = await server.signIn(changer);
    await db.invitation.create({
      data: {
        kind: 'RESET',
        tokenDigest: 'd'.repeat(64),
        email: changer,
        name: 'Changer',
        roles: [],
        userId: account.userId,
        createdById: userId,
        expiresAt: new Date(Date.now() + 60_000),
      },
      select: { id: true },
    });
    const answer = await server.call('/api/auth/change-password', {
      cookie,
      json: { currentPassword: PASSWORD, newPassword: 'lantern copper meadow' },
    });
    expect(answer.status).toBe(200);
    const fresh = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await (await server.call('/api/session', { cookie })).json()).user).toBeNull();
    expect((await (await server.call('/api/session', { cookie: fresh })).json()).user.email).toBe(changer);
    expect(await db.invitation.count({ where: { userId: account.userId, revokedAt: null } })).toBe(0);
  });
});
