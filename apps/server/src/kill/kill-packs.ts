import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@gt/db';
import { type EvidenceStore, localEvidenceStore } from '@gt/storage';
import { startKillable } from './start-killable.ts';

export type KillPacksSetting = {
  db: Db;
  ownerUrl: string;
  dataDir: string;
  secret: string;
  cookie: string;
  planId: string;
};

export type KillPacksFindings = {
  kills: number;
  /** Packs that were asked for and answered. */
  acknowledged: number;
  /** Answered packs that did not become ready. Must be empty. */
  unfinished: string[];
  /** Ready packs whose file is not in the store, or is not the one on record. Must be empty. */
  wrong: string[];
  /** Ready packs that were built from something else than was frozen when they were asked for. Must be empty. */
  thawed: string[];
};

/** The longest that one waits to be killed, in milliseconds: about as long as a pack takes. */
const LONGEST = 1_500;
/** A job of a killed server is noticed after its heartbeat, and then tried again. */
const PATIENCE = 180_000;

/**
 * Asks a real server process for a pack and kills it with SIGKILL at a random moment of its building, again and again;
 * then lets one server finish what is left, and looks at every pack that was answered.
 */
export async function killPacks(setting: KillPacksSetting, rounds: number): Promise<KillPacksFindings> {
  const frozen = new Map<string, string | null>();
  let kills = 0;
  for (; kills < rounds; kills += 1) {
    const server = await startKillable(setting, '../main.ts');
    const ended = once(server.child, 'exit');
    const packId = await ask(setting, server.url);
    if (packId) frozen.set(packId, await frozenHash(setting, packId));
    await pause(Math.random() * LONGEST);
    server.child.kill('SIGKILL');
    await ended;
  }
  const last = await startKillable(setting, '../main.ts');
  const ended = once(last.child, 'exit');
  await untilFinished(setting, [...frozen.keys()]);
  last.child.kill('SIGKILL');
  await ended;
  return { kills, acknowledged: frozen.size, ...(await look(setting, frozen)) };
}

async function ask({ cookie, planId }: KillPacksSetting, url: string): Promise<string | null> {
  const headers = { cookie, 'x-golden-thread': '1', 'content-type': 'application/json' };
  const body = JSON.stringify({ planId, idempotencyKey: randomUUID() });
  const answer = await fetch(`${url}/trpc/packs.build`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  const json = (await answer.json()) as { result: { data: { packId: string } } };
  return json.result.data.packId;
}

async function frozenHash({ db }: KillPacksSetting, id: string): Promise<string | null> {
  const row = await db.pack.findUnique({ where: { id }, select: { contentSha256: true } });
  return row?.contentSha256 ?? null;
}

async function untilFinished({ db }: KillPacksSetting, ids: readonly string[]): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const open = await db.pack.count({
      where: { id: { in: [...ids] }, state: { in: ['QUEUED', 'BUILDING'] } },
    });
    if (open === 0) return;
    await pause(500);
  }
}

async function look({ db, dataDir }: KillPacksSetting, frozen: ReadonlyMap<string, string | null>) {
  const store = await localEvidenceStore(`${dataDir}/files`);
  const rows = await db.pack.findMany({
    where: { id: { in: [...frozen.keys()] } },
    select: { id: true, state: true, sha256: true, contentSha256: true },
  });
  const wrong: string[] = [];
  for (const { id, state, sha256 } of rows) {
    if (state === 'READY' && (await hashOf(store, sha256 ?? '')) !== sha256) wrong.push(id);
  }
  return {
    unfinished: rows.filter(({ state }) => state !== 'READY').map(({ id }) => id),
    wrong,
    thawed: rows.filter(({ id, contentSha256 }) => frozen.get(id) !== contentSha256).map(({ id }) => id),
  };
}

async function hashOf(store: EvidenceStore, sha256: string): Promise<string | null> {
  const stream = await store.open(sha256);
  if (!stream) return null;
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
