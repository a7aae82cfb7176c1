import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { buildServer } from '../server.ts';
import { startTestServer } from '../testing/start-test-server.ts';

const server = await startTestServer();
await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD', 'ADMINISTRATOR']);
const cookie = await server.signIn('lead@trust.example');

type Raw = { answer: string; closedAfterMs: number | null };

/** Writes bytes to a socket, and more of them every 100 ms; waits for the server to hang up, at most 5 s. */
function trickle(url: string, first: string, more = ''): Promise<Raw> {
  const { port } = new URL(url);
  const from = Date.now();
  return new Promise((done) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1');
    const timer = more === '' ? undefined : setInterval(() => socket.write(more), 100);
    const finish = (closedAfterMs: number | null) => {
      clearInterval(timer);
      clearTimeout(limit);
      socket.destroy();
      done({ answer, closedAfterMs });
    };
    const limit = setTimeout(() => finish(null), 5000);
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => undefined);
    socket.once('close', () => finish(Date.now() - from));
    socket.write(first);
  });
}

describe('text that no database takes', () => {
  test.each([
    ['a zero byte', '\u0000'],
    ['half a character', '\ud800'],
  ])('%s in what is typed is nothing that breaks the server', async (_name, odd) => {
    const invite = {
      name: `Head of${odd} Fostering, holder 1`,
      roles: ['VIEWER'],
      teamIds: [],
      postId: null,
    };
    const statuses = await Promise.all(
      [
        [
          '/api/auth/sign-in/email',
          { email: `lead${odd}@trust.example`, password: `wrong${odd} wrong wrong` },
        ],
        ['/api/set-up', { code: odd, name: `A${odd}`, email: `a${odd}@trust.example`, password: 'x' }],
        [
          '/trpc/people.invite',
          {
            ...invite,
            email: `name${odd.length}@trust.example`,
            idempotencyKey: `key-of-${odd.charCodeAt(0)}`,
          },
        ],
        [
          '/trpc/people.invite',
          { ...invite, email: `b${odd}@trust.example`, idempotencyKey: 'key-of-the-second' },
        ],
        [
          '/trpc/people.invite',
          { ...invite, email: 'c@trust.example', idempotencyKey: `key-of-third${odd}` },
        ],
        [
          '/trpc/account.saveDraft',
          {
            key: `update:${odd}`,
            entityType: 'ACTION',
            entityId: '01900000-0000-7000-8000-000000000001',
            body: { [`a${odd}`]: [`b${odd}`] },
          },
        ],
        ['/trpc/account.discardDraft', { key: odd }],
      ].map(async ([path, json]) => [path, (await server.call(path as string, { cookie, json })).status]),
    );
    for (const [path, status] of statuses) expect(status, String(path)).toBeLessThan(500);
  });

  test('a set-up code in another alphabet is simply wrong', async () => {
    const json = { code: 'é'.repeat(12), name: 'A', email: 'a@trust.example', password: 'x' };
    expect((await server.call('/api/set-up', { json })).status).toBe(400);
  });
});

describe('requests that nothing answers to', () => {
  test.each([
    ['POST', '/trpc/people.invite', '{bad', 400, 'INVALID'],
    ['POST', '/trpc/nothing.here', '{}', 404, 'NOT_FOUND'],
    ['GET', '/trpc/audit.verify', undefined, 405, 'INVALID'],
    ['GET', '/trpc/imports.get?input=%7Bbad', undefined, 400, 'INVALID'],
  ] as const)('%s %s with %s: %i, in words that blame nobody', async (method, path, body, status, code) => {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await server.call(path, {
      method,
      cookie,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    expect(answer.status).toBe(status);
    expect((await answer.json()).error.data.problem.code).toBe(code);
  });

  test.each(['/api/invitations/%zz-secret', `/api/invitations/${'secret'.repeat(1000)}`])(
    'an address that cannot be read is not repeated in the answer: case %#',
    async (path) => {
      const answer = await server.call(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await answer.text()).not.toContain('secret');
    },
  );

  test('bytes that are no request get a bare refusal, with the headers that answers carry', async () => {
    const smuggled =
      'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    const { answer } = await trickle(server.url, `${smuggled}GET /health HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("default-src 'none'");
    expect(answer).not.toContain('"ok":true');
  });

  test('the page answers HEAD as it answers GET', async () => {
    const [get, head] = [await server.call('/'), await server.call('/', { method: 'HEAD' })];
    expect(head.status).toBe(get.status);
  });
});

describe('senders that take their time', () => {
  test('a body that trickles in is cut off; a file may take as long as it moves', async () => {
    const app = buildServer(server.services, {
      webDir: '/nowhere',
      logLevel: 'silent',
      deadlines: { bodyMs: 1000, refusedMs: 1000, idleMs: 60_000 },
    });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const head = (path: string, more = '') =>
      `POST ${path} HTTP/1.1\r\nHost: a\r\nx-golden-thread: 1\r\ncontent-type: application/json\r\n${more}Content-Length: 1000\r\n\r\n`;
    const [signIn, api, unknown, refused, file] = await Promise.all([
      trickle(url, head('/api/auth/sign-in/email'), 'x'),
      trickle(url, head('/trpc/audit.verify'), 'x'),
      trickle(url, head('/files/nothing'), 'x'),
      trickle(url, head('/files/imports'), 'x'),
      trickle(url, head('/files/imports', `x-file-name: a.pdf\r\nCookie: ${cookie}\r\n`), 'x'),
    ]);
    await app.close();
    for (const cut of [signIn, api, unknown, refused]) expect(cut.closedAfterMs).toBeLessThan(4000);
    expect(refused.answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(file.closedAfterMs).toBeNull();
  }, 20_000);

  test('headers that trickle in are cut off, and a silent connection does not stay for ever', () => {
    expect(server.app.server.headersTimeout).toBe(20_000);
    expect(server.app.server.timeout).toBeGreaterThan(0);
  });
});

test('the log says what went wrong and where, and holds no password, link, address or words', async () => {
  const lines: string[] = [];
  const { services, db } = { services: server.services, db: server.db };
  const app = buildServer(
    {
      ...services,
      accounts: {
        ...services.accounts,
        // The database client repeats the arguments of a wrong call in its message.
        passwordProblem: () => {
          throw Object.assign(new Error('Invalid `db.user.create()` invocation: { "planted-value" }'), {
            name: 'PrismaClientValidationError',
            meta: { words: 'planted-meta' },
          });
        },
      },
    },
    { webDir: '/nowhere', logLevel: 'info', logStream: { write: (line) => void lines.push(line) } },
  );
  const headers = { 'x-golden-thread': '1', cookie };
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, headers, payload });
  await post('/api/auth/sign-in/email', { email: 'planted@trust.example', password: 'planted-password' });
  await post('/api/auth/sign-in/email?x=planted-query', {
    email: 'lead@trust.example',
    password: 'planted-wrong',
  });
  await post('/api/set-up', {
    code: 'a-set-up-code',
    name: 'planted-name',
    email: 'planted@b.cc',
    password: 'planted',
  });
  await post('/trpc/people.invite', { email: 'planted-email', name: 'planted-name' });
  await app.inject({ url: '/api/invitations/planted-token', headers });
  await app.inject({ url: `/api/invitations/${'planted'.repeat(900)}`, headers });
  await app.close();
  const log = lines.join('');
  expect(log).toContain('PrismaClientValidationError');
  expect(log).toContain('set-up-installation.ts');
  expect(log).not.toMatch(/planted|lead@trust|session_token|a-set-up-code/);
  expect(await db.user.count({ where: { email: 'planted@b.cc' } })).toBe(0);
});
