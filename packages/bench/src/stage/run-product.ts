import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childServer } from './child-server.ts';
import type { BenchDatabase } from './database.ts';

const MAIN = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));
const PASSWORD = 'walnut harbour trombone';
const EMAIL = 'lead@bench.example';

export type RunningProduct = {
  url: string;
  pid: number;
  /** Headers of our own client, signed in as the programme lead. */
  headers: Record<string, string>;
  stop(): Promise<void>;
};

/** A port nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The real server as a process, over the database of the benchmark, with somebody signed in through its own door. */
export async function runProduct(
  database: BenchDatabase,
  folder: string,
  more: NodeJS.ProcessEnv = {},
): Promise<RunningProduct> {
  const port = await freePort();
  const dataDir = join(folder, `data-${port}`);
  await mkdir(dataDir, { recursive: true });
  const env = {
    ...process.env,
    GOLDEN_THREAD_MODE: 'empty',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database.ownerUrl,
    LOG_LEVEL: 'error',
    ...more,
  };
  const server = await childServer(MAIN, [], env, 'is ready');
  const url = `http://127.0.0.1:${port}`;
  try {
    const cookie = await signIn(database, url);
    return { url, pid: server.pid, headers: { 'x-golden-thread': '1', cookie }, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * The password is chosen through a one-time link, whose digest alone is kept: the link is put into the database, and
 * used as a person would.
 */
async function signIn({ owner, plans }: BenchDatabase, url: string): Promise<string> {
  await owner.query(
    `INSERT INTO "account" ("id", "userId", "accountId", "providerId", "updatedAt")
     SELECT gen_random_uuid()::text, $1, $1, 'credential', now()
     WHERE NOT EXISTS (SELECT 1 FROM "account" WHERE "userId" = $1)`,
    [plans.userId],
  );
  const secret = `bench-${Date.now()}-${'x'.repeat(32)}`;
  await owner.query(
    `INSERT INTO "invitation" ("id", "kind", "tokenDigest", "email", "name", "userId", "createdById", "expiresAt")
     VALUES (gen_random_uuid()::text, 'RESET', encode(sha256($1::bytea), 'hex'), $2, 'Bench', $3, $3,
       now() + interval '1 day')`,
    [secret, EMAIL, plans.userId],
  );
  await post(`${url}/api/invitations/${secret}`, { password: PASSWORD });
  const answer = await post(`${url}/api/auth/sign-in/email`, { email: EMAIL, password: PASSWORD });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function post(url: string, json: unknown): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-golden-thread': '1' },
    body: JSON.stringify(json),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
