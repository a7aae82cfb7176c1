import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@gt/db';
import { localEvidenceStore } from '@gt/storage';
import { type Killable, startKillable } from './start-killable.ts';

export type KillSetting = {
  db: Db;
  ownerUrl: string;
  dataDir: string;
  secret: string;
  /** Sessions of people who may upload; several, so that no one of them meets the rate limit. */
  cookies: string[];
  planId: string;
  actionId: string;
  /** Begins every title, so that several runs may share a database. */
  run: string;
};

export type KillFindings = {
  acknowledged: number;
  /** Uploads that were answered and are not on record whole. Must be empty. */
  lost: string[];
  /** Rows whose file is missing or holds other bytes. Must be empty. */
  withoutFile: string[];
  /** Intents with more than one effect, though each was sent again after the kill. Must be empty. */
  doubled: string[];
};

type Intent = { title: string; key: string; bytes: Buffer; cookie: string };
const UPLOADERS = 4;

/** Uploads to a real server process, kills it with SIGKILL at random moments, and looks at what is left. */
export async function killUploads(
  setting: KillSetting,
  { rounds, variant }: { rounds: number; variant: 'product' | 'row-first' },
): Promise<KillFindings> {
  const acknowledged = new Map<string, string>();
  let pending: Intent[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await startKillable(setting, variant === 'product' ? '../main.ts' : './row-first.ts');
    pending = await uploadUntilKilled(setting, server, round, pending, acknowledged);
    // One finding is enough: every file is looked at only once, after the last kill, unless a fault is expected.
    if (variant === 'row-first') {
      const findings = await look(setting, acknowledged);
      if (findings.withoutFile.length > 0) return findings;
    }
  }
  return look(setting, acknowledged);
}

/** Sends again what the last kill left unanswered, then new files, until the kill. Answers what had no answer. */
async function uploadUntilKilled(
  setting: KillSetting,
  server: Killable,
  round: number,
  again: Intent[],
  acknowledged: Map<string, string>,
): Promise<Intent[]> {
  const unanswered: Intent[] = [];
  let isKilled = false;
  const answered = Promise.withResolvers<void>();
  const uploader = async (index: number) => {
    while (!isKilled) {
      const intent = again.pop() ?? newIntent(setting, round, index);
      const sha256 = await send(setting, server.url, intent);
      if (sha256 === null) unanswered.push(intent);
      else {
        acknowledged.set(intent.title, sha256);
        answered.resolve();
      }
    }
  };
  const ended = once(server.child, 'exit');
  const uploaders = Array.from({ length: UPLOADERS }, (_, index) => uploader(index));
  // Every other time only after something was answered: what is answered is what must not be lost.
  if (round % 2 === 1) await Promise.race([answered.promise, ended, pause(20_000)]);
  await pause(100 + Math.random() * 700);
  isKilled = true;
  server.child.kill('SIGKILL');
  await Promise.all([ended, ...uploaders]);
  return [...unanswered, ...again];
}

function newIntent(setting: KillSetting, round: number, index: number): Intent {
  const size = 1_000 + Math.floor(Math.random() * 1_500_000);
  return {
    title: `${setting.run}: round ${round}, uploader ${index}, ${randomUUID()}`,
    key: randomUUID(),
    bytes: Buffer.from(randomBytes(size).toString('base64')),
    cookie: setting.cookies[(round + index) % setting.cookies.length] ?? '',
  };
}

/** The hash the server answered, or null when it did not live to answer. */
async function send(setting: KillSetting, url: string, intent: Intent): Promise<string | null> {
  const { planId, actionId } = setting;
  const details = {
    planId,
    actionIds: [actionId],
    title: intent.title,
    kind: 'DOCUMENT',
    shows: 'That it lasts',
  };
  try {
    const answer = await fetch(`${url}/files/evidence`, {
      method: 'POST',
      headers: {
        cookie: intent.cookie,
        'x-golden-thread': '1',
        'x-file-name': 'evidence.txt',
        'x-idempotency-key': intent.key,
        'x-evidence': encodeURIComponent(JSON.stringify(details)),
      },
      body: new Uint8Array(intent.bytes),
    });
    if (answer.status === 429) return await pause(200, null);
    if (answer.status !== 201) throw new TypeError(`answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { sha256: string }).sha256;
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('answered')) throw error;
    return null;
  }
}

type Row = { title: string; sha256: string; size: bigint; links: number; audit: number };

async function look(setting: KillSetting, acknowledged: Map<string, string>): Promise<KillFindings> {
  const store = await localEvidenceStore(join(setting.dataDir, 'files'));
  const rows = await setting.db.$queryRaw<Row[]>`
    SELECT e."title", v."sha256", v."size",
      (SELECT count(*)::int FROM "evidence_link" l WHERE l."evidenceId" = e."id") AS "links",
      (SELECT count(*)::int FROM "audit_event" a WHERE a."entityType" = 'EVIDENCE' AND a."entityId" = e."id") AS "audit"
    FROM "evidence" e LEFT JOIN "evidence_version" v ON v."evidenceId" = e."id"
    WHERE starts_with(e."title", ${setting.run})`;
  const withoutFile: string[] = [];
  for (const row of rows) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of (await store.open(row.sha256)) ?? []) {
      hash.update(chunk);
      size += (chunk as Buffer).length;
    }
    if (hash.digest('hex') !== row.sha256 || BigInt(size) !== row.size) withoutFile.push(row.title);
  }
  const whole = new Map(
    rows.filter((row) => row.links === 1 && row.audit === 1).map((row) => [row.title, row.sha256]),
  );
  const titles = rows.map((row) => row.title);
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter(([title, sha256]) => whole.get(title) !== sha256).map(([title]) => title),
    withoutFile,
    doubled: titles.filter((title, index) => titles.indexOf(title) !== index),
  };
}
