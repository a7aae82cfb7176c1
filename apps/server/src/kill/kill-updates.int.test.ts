import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeAction } from '../testing/make-action.ts';
import { startTestServer, TEST_SECRET } from '../testing/start-test-server.ts';
import { killUpdates } from './kill-updates.ts';

const CLIENTS = 20;
/** `npm run soak` asks for the full count. */
const isSoak = process.env.KILL_ROUNDS !== undefined;
const EACH = isSoak ? 200 : 3;
const KILLS = isSoak ? 20 : 2;
const PATIENCE = isSoak ? 3_600_000 : 180_000;

test('no answered update is lost and none is doubled, however often the server is killed', {
  retry: 0,
  timeout: PATIENCE,
}, async () => {
  const server = await startTestServer();
  const dataDir = await mkdtemp(join(tmpdir(), 'gt-kill-updates-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const cookies: string[] = [];
  const actionIds: string[] = [];
  for (let client = 0; client < CLIENTS; client += 1) {
    const email = `client-${client}@trust.example`;
    const { userId } = await server.makeAccount(email, ['PROGRAMME_LEAD']);
    cookies.push(await server.signIn(email));
    if (client % 4 === 0) actionIds.push((await makeAction(server.db, userId)).actionId);
  }
  const { db, ownerUrl } = server;
  const setting = { db, ownerUrl, dataDir, secret: TEST_SECRET, cookies, actionIds, run: 'kept' };
  const findings = await killUpdates(setting, { each: EACH, kills: KILLS });
  expect(findings).toMatchObject({ lost: [], doubled: [] });
  expect(findings.acknowledged).toBe(CLIENTS * EACH);
  expect(findings.onRecord).toBe(CLIENTS * EACH);
  expect(findings.kills).toBeGreaterThanOrEqual(KILLS / 2);
  expect(findings.conflicts).toBeGreaterThan(0);
});
