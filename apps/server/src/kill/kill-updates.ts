import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@gt/db';
import { type Killable, startKillable } from './start-killable.ts';

export type KillUpdatesSetting = {
  db: Db;
  ownerUrl: string;
  dataDir: string;
  secret: string;
  /** One session for each client. */
  cookies: readonly string[];
  /** Clients share these, so that they meet and must take turns. */
  actionIds: readonly string[];
  run: string;
};

export type KillUpdatesFindings = {
  kills: number;
  acknowledged: number;
  /** Times a client was told that somebody else was sooner, and sent again at the version it was given. */
  conflicts: number;
  /** Updates that were answered and are not on record with their history. Must be empty. */
  lost: string[];
  /** Intents with more than one effect, though each was sent again after a kill. Must be empty. */
  doubled: string[];
  /** Intents that every client sent until it was answered. Must equal `acknowledged`. */
  onRecord: number;
};

type Client = { index: number; cookie: string; actionId: string; left: number; pending: Intent | null };
type Intent = { text: string; key: string };
type Answer = {
  result: { data: { update: { id: string }; action: { version: number } } };
  error: { data: { problem: { current: { version: number } } } };
};
type Run = {
  setting: KillUpdatesSetting;
  versions: Map<string, number>;
  acknowledged: Map<string, string>;
  conflicts: number;
};

/**
 * Every client appends its updates one after the other to a real server process, which is killed with SIGKILL at random
 * moments and started again until all are answered. What had no answer is sent again with the same key.
 */
export async function killUpdates(
  setting: KillUpdatesSetting,
  { each, kills: wanted }: { each: number; kills: number },
): Promise<KillUpdatesFindings> {
  const run: Run = { setting, versions: new Map(), acknowledged: new Map(), conflicts: 0 };
  const clients = setting.cookies.map((cookie, index): Client => {
    const actionId = setting.actionIds[index % setting.actionIds.length] ?? '';
    return { index, cookie, actionId, left: each, pending: null };
  });
  // So many answers between two kills, more or less: however quick the machine is, there are as many kills.
  const between = (clients.length * each) / (wanted + 1);
  let kills = 0;
  for (; clients.some(isWorking); kills += 1) {
    const server = await startKillable(setting, '../main.ts');
    const until = run.acknowledged.size + Math.ceil(between * (0.5 + Math.random()));
    await appendUntilKilled(run, clients, server, until);
  }
  return { ...(await look(run)), kills, conflicts: run.conflicts };
}

const isWorking = ({ left, pending }: Client) => left > 0 || pending !== null;

async function appendUntilKilled(
  run: Run,
  clients: readonly Client[],
  server: Killable,
  /** Answers in all after which the next moment is the last. */
  until: number,
): Promise<void> {
  let isKilled = false;
  let enough: () => void = () => undefined;
  const reached = new Promise<void>((done) => {
    enough = done;
  });
  const ended = once(server.child, 'exit');
  const work = clients.map(async (client) => {
    while (!isKilled && isWorking(client)) {
      client.pending ??= nextIntent(run, client);
      const isAnswered = await append(run, client, client.pending, server.url);
      if (isAnswered) client.pending = null;
      if (run.acknowledged.size >= until) enough();
    }
  });
  await Promise.race([Promise.all(work), reached]);
  await pause(Math.random() * 50);
  isKilled = true;
  server.child.kill('SIGKILL');
  await Promise.all([ended, ...work]);
}

function nextIntent({ setting }: Run, client: Client): Intent {
  client.left -= 1;
  return { text: `${setting.run}: client ${client.index}, ${client.left} left`, key: randomUUID() };
}

/** Sends at the newest version known, again where somebody was sooner; false when the server did not live to answer. */
async function append(run: Run, client: Client, intent: Intent, url: string): Promise<boolean> {
  const { actionId, cookie } = client;
  const body = {
    actionId,
    version: run.versions.get(actionId) ?? 1,
    whatHappened: intent.text,
    difference: '',
    inTheWay: '',
    next: '',
    rag: 'GREEN',
    ragReason: '',
    percentComplete: 10,
    idempotencyKey: intent.key,
  };
  const headers = { cookie, 'x-golden-thread': '1', 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${url}/trpc/updates.create`, request)
    .then(async (response) => ({ status: response.status, json: (await response.json()) as Answer }))
    .catch(() => null);
  if (answer === null) return false;
  if (answer.status === 200) {
    const { update, action } = answer.json.result.data;
    know(run, actionId, action.version);
    run.acknowledged.set(intent.text, update.id);
    return true;
  }
  if (answer.status === 409) {
    run.conflicts += 1;
    know(run, actionId, answer.json.error.data.problem.current.version);
    return false;
  }
  if (answer.status === 429) return pause(300, false);
  throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.json).slice(0, 300)}`);
}

/** Answers arrive out of order: an older one must not take the version back. */
function know({ versions }: Run, actionId: string, version: number): void {
  versions.set(actionId, Math.max(version, versions.get(actionId) ?? 1));
}

async function look({ setting, acknowledged }: Run) {
  const rows = await setting.db.$queryRaw<{ id: string; text: string; audit: number }[]>`
    SELECT u."id", u."whatHappened" AS "text",
      (SELECT count(*)::int FROM "audit_event" a
        WHERE a."entityType" = 'PROGRESS_UPDATE' AND a."entityId" = u."id") AS "audit"
    FROM "progress_update" u WHERE starts_with(u."whatHappened", ${setting.run})`;
  const whole = new Map(rows.filter((row) => row.audit === 1).map((row) => [row.text, row.id]));
  const texts = new Set<string>();
  const doubled = rows.flatMap(({ text }) => {
    if (texts.has(text)) return [text];
    texts.add(text);
    return [];
  });
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter(([text, id]) => whole.get(text) !== id).map(([text]) => text),
    doubled,
    onRecord: rows.length,
  };
}
