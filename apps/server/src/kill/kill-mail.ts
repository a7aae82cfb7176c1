import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Db } from '@gt/db';
import { startRelay } from '../testing/start-relay.ts';

export type KillMailFindings = {
  kills: number;
  /** Mails that no relay has. Must be empty. */
  lost: string[];
  /** How often a mail came beyond its first time. At most one a kill. */
  repeated: number;
  /** Mails that the relay has and the outbox does not know to be sent. Must be 0. */
  unmarked: number;
  /** Message-IDs that the relay was given and the outbox never had. Must be empty. */
  strange: string[];
};

/** Where the sender is struck: before the relay answers, right after its answer, or at any moment. */
const BLOWS = ['BEFORE_ANSWER', 'AFTER_ANSWER', 'ANY_MOMENT'] as const;

/**
 * A sender with a real relay is killed with SIGKILL so many times while it works through `mails` mails, then left in
 * peace until nothing waits. The relay strikes, so that it can do so between its answer and the sender's mark.
 */
export async function killMail(
  db: Db,
  url: string,
  { mails, kills: wanted }: { mails: number; kills: number },
): Promise<KillMailFindings> {
  await fill(db, mails);
  let sender: ChildProcess | null = null;
  let untilBlow = Number.POSITIVE_INFINITY;
  let blow: (typeof BLOWS)[number] = 'ANY_MOMENT';
  const strike = () => void sender?.kill('SIGKILL');
  const relay = await startRelay(async () => {
    untilBlow -= 1;
    if (untilBlow !== 0) return null;
    if (blow === 'BEFORE_ANSWER') strike();
    else if (blow === 'AFTER_ANSWER') setImmediate(strike);
    else setTimeout(strike, Math.random() * 10);
    return null;
  });
  const each = Math.max(1, Math.floor(mails / (wanted + 1)));
  for (let kill = 0; kill < wanted; kill += 1) {
    blow = BLOWS[kill % BLOWS.length] ?? 'ANY_MOMENT';
    untilBlow = Math.ceil(each * (0.5 + Math.random() / 2));
    sender = startSender(url, relay.url);
    await once(sender, 'exit');
  }
  untilBlow = Number.POSITIVE_INFINITY;
  sender = startSender(url, relay.url);
  while ((await db.outboxMail.count({ where: { sentAt: null } })) > 0) await pause(50);
  strike();
  await once(sender, 'exit');
  await relay.close();
  return {
    kills: wanted,
    ...(await compare(
      db,
      relay.received.map(({ messageId }) => messageId ?? ''),
    )),
  };
}

async function fill(db: Db, mails: number): Promise<void> {
  const data = Array.from({ length: mails }, (_, n) => ({
    messageId: `<${n}@golden-thread>`,
    toAddress: `owner-${n}@trust.example`,
    subject: 'What waits for you',
    text: 'R3.A2 is due.',
  }));
  await db.outboxMail.createMany({ data });
}

function startSender(url: string, smtpUrl: string): ChildProcess {
  const script = fileURLToPath(new URL('outbox-process.ts', import.meta.url));
  return spawn(process.execPath, ['--no-warnings', script, url, smtpUrl], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function compare(db: Db, came: readonly string[]) {
  const rows = await db.outboxMail.findMany({ select: { messageId: true, sentAt: true } });
  const known = new Set(rows.map(({ messageId }) => messageId));
  const distinct = new Set(came);
  return {
    lost: [...known].filter((id) => !distinct.has(id)),
    repeated: came.length - distinct.size,
    unmarked: rows.filter(({ sentAt }) => sentAt === null).length,
    strange: [...distinct].filter((id) => !known.has(id)),
  };
}
