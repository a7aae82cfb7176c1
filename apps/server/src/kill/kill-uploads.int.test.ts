import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAction } from '../testing/make-action.ts';
import { startTestServer, TEST_SECRET, type TestServer } from '../testing/start-test-server.ts';
import { type KillFindings, killUploads } from './kill-uploads.ts';

/** `npm run soak` asks for a hundred. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const PATIENCE = 60_000 + ROUNDS * 15_000;

let server: TestServer;
let cookies: string[];
let at: { planId: string; actionId: string };
const folders: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  const emails = ['one', 'two', 'three', 'four', 'five'].map((name) => `${name}@trust.example`);
  const accounts = [];
  for (const email of emails) accounts.push(await server.makeAccount(email, ['PROGRAMME_LEAD']));
  cookies = [];
  for (const email of emails) cookies.push(await server.signIn(email));
  at = await makeAction(server.db, accounts[0]?.userId ?? '');
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function run(rounds: number, variant: 'product' | 'row-first'): Promise<KillFindings> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gt-kill-server-'));
  folders.push(dataDir);
  const { db, ownerUrl } = server;
  return killUploads(
    { db, ownerUrl, dataDir, secret: TEST_SECRET, cookies, run: variant, ...at },
    { rounds, variant },
  );
}

test('no row is without its file and no answered upload is lost, however often the server is killed', {
  retry: 0,
  timeout: PATIENCE,
}, async () => {
  const findings = await run(ROUNDS, 'product');
  expect(findings).toMatchObject({ lost: [], withoutFile: [], doubled: [] });
  expect(findings.acknowledged).toBeGreaterThanOrEqual(ROUNDS);
});

test('the harness finds a server that writes the row first', { retry: 0, timeout: PATIENCE }, async () => {
  const findings = await run(10, 'row-first');
  expect(findings.withoutFile.length).toBeGreaterThan(0);
});
