import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JobName, signingWith } from '@gt/api';
import type { Role } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { withTestDatabase } from '@gt/db/testing';
import { localEvidenceStore } from '@gt/storage';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { createAuth } from '../auth/create-auth.ts';
import { hashPassword } from '../auth/hash-password.ts';
import { passwordProblem } from '../auth/password-rules.ts';
import { createLiveHub } from '../live/live-hub.ts';
import { buildServer } from '../server.ts';
import type { Services } from '../services.ts';

export const PASSWORD = 'walnut harbour trombone';
/** Signs the sessions of test servers, so that another process may honour them. */
export const TEST_SECRET = 'x'.repeat(40);

export type TestServer = {
  app: FastifyInstance;
  services: Services;
  db: Db;
  url: string;
  databaseUrl: string;
  ownerUrl: string;
  jobs: { name: JobName; data: Record<string, string> }[];
  makeAccount(email: string, roles: Role[]): Promise<{ userId: string }>;
  /** Signs in over HTTP and answers the cookie header. */
  signIn(email: string, password?: string): Promise<string>;
  /** A request as our own client sends it. */
  call(path: string, options?: CallOptions): Promise<Answer>;
};

/** JSON of an answer, loosely typed: tests say what they expect of it. */
// biome-ignore lint/suspicious/noExplicitAny: assertions are the type check here
export type Answer = Omit<Response, 'json'> & { json(): Promise<any> };

export type CallOptions = {
  method?: string;
  cookie?: string;
  json?: unknown;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

/** The real host on a free port, over a database of its own. Stops and cleans up after the test file. */
export async function startTestServer(options: { mode?: 'SAMPLE' | 'REAL' } = {}): Promise<TestServer> {
  const database = await withTestDatabase();
  const { db } = database;
  const dir = await mkdtemp(join(tmpdir(), 'golden-thread-server-'));
  await db.installation.create({ data: { id: 1, mode: options.mode ?? 'REAL' }, select: { id: true } });
  const jobs: TestServer['jobs'] = [];
  const services: Services = {
    db,
    auth: createAuth(db, { secret: TEST_SECRET, publicUrl: 'http://127.0.0.1', secureCookies: false }),
    store: await localEvidenceStore(dir),
    jobs: { enqueue: async (_tx, name, data) => void jobs.push({ name, data }) },
    accounts: { hashPassword, passwordProblem },
    settings: { publicUrl: 'http://127.0.0.1', mailIsSetUp: false },
    signing: signingWith(),
    live: createLiveHub({ db, url: database.url, onError: () => undefined }),
    mode: options.mode ?? 'REAL',
    setUpCode: 'a-set-up-code',
    https: false,
  };
  const app = buildServer(services, { webDir: dir, logLevel: 'silent' });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  afterAll(async () => {
    await app.close();
    await rm(dir, { recursive: true, force: true });
  });
  const call: TestServer['call'] = (path, { method, cookie, json, headers, body } = {}) =>
    fetch(`${url}${path}`, {
      method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
      headers: {
        'x-golden-thread': '1',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
      redirect: 'manual',
    });
  return {
    app,
    services,
    db,
    url,
    databaseUrl: database.url,
    ownerUrl: database.ownerUrl,
    jobs,
    call,
    makeAccount: (email, roles) => makeAccount(db, email, roles),
    async signIn(email, password = PASSWORD) {
      const answer = await call('/api/auth/sign-in/email', { json: { email, password } });
      if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
  };
}

async function makeAccount(db: Db, email: string, roles: Role[]): Promise<{ userId: string }> {
  const { id: userId } = await db.user.create({
    data: { email, name: email.split('@')[0] ?? email },
    select: { id: true },
  });
  const password = await hashPassword(PASSWORD);
  await db.account.create({
    data: { userId, accountId: userId, providerId: 'credential', password },
    select: { id: true },
  });
  await db.roleGrant.createMany({ data: roles.map((role) => ({ userId, role })) });
  return { userId };
}
