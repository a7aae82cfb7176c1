import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Db } from '@gt/db';
import { localEvidenceStore } from '@gt/storage';
import { expect, onTestFinished, test } from 'vitest';
import { makeAction } from '../testing/make-action.ts';
import { startTestServer, TEST_SECRET } from '../testing/start-test-server.ts';
import { killPacks } from './kill-packs.ts';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const FILES = 6;
const BYTES = 4 * 1024 * 1024;

test('a pack that was asked for is built whole from what was frozen, however often the server is killed', {
  retry: 0,
  timeout: 300_000 + ROUNDS * 60_000,
}, async () => {
  const server = await startTestServer();
  const dataDir = await mkdtemp(join(tmpdir(), 'gt-kill-packs-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const { userId } = await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD']);
  const cookie = await server.signIn('lead@trust.example');
  const { planId, actionId } = await makeAction(server.db, userId);
  await makeProof(server.db, { dataDir, userId, planId, actionId });
  const { db, ownerUrl } = server;
  const setting = { db, ownerUrl, dataDir, secret: TEST_SECRET, cookie, planId };
  const findings = await killPacks(setting, ROUNDS);
  expect(findings).toMatchObject({ unfinished: [], wrong: [], thawed: [] });
  expect(findings.acknowledged).toBe(ROUNDS);
  const [newest] = await db.pack.findMany({
    orderBy: { number: 'desc' },
    take: 1,
    select: { manifest: true },
  });
  expect(newest?.manifest).toMatchObject({ counts: { evidenceInScope: FILES, evidenceIncluded: FILES } });
});

type Proof = { dataDir: string; userId: string; planId: string; actionId: string };

/** Accepted, screened evidence whose files take a while to copy. */
async function makeProof(db: Db, { dataDir, userId, planId, actionId }: Proof): Promise<void> {
  const store = await localEvidenceStore(join(dataDir, 'files'));
  const action = await db.action.findUniqueOrThrow({
    where: { id: actionId },
    select: { recommendationId: true },
  });
  for (let number = 1; number <= FILES; number += 1) {
    const put = await store.put(Readable.from([randomBytes(BYTES)]), { maxBytes: BYTES });
    if (!put.ok) throw new Error(put.message);
    const { size, sha256 } = put;
    const link = { actionId, recommendationId: action.recommendationId, linkedById: userId };
    const screening = { rules: 1, outcome: 'NOTHING_FOUND', findings: [], total: 0 } as const;
    const version = { fileName: 'a.pdf', mediaType: 'application/pdf', size: BigInt(size), sha256 };
    await db.evidence.create({
      data: {
        ...{ planId, number, title: `Audit ${number}`, kind: 'AUDIT', shows: '', state: 'ACCEPTED' },
        ...{ uploadedById: userId, changedById: userId },
        links: { create: link },
        versions: {
          create: { ...version, number: 1, uploadedById: userId, screenings: { create: screening } },
        },
      },
      select: { id: true },
    });
  }
}
