import type { Readable } from 'node:stream';
import { type Db, inTransaction, type Tx } from '@gt/db';
import type { EvidenceStore } from '@gt/storage';
import nodemailer, { type Transporter } from 'nodemailer';
import { afterFailure, type MailFailure } from './after-failure.ts';

/** Longer than one mail may take, so that the lock on a row outlives the sending of it. */
const HOLD_MS = 60_000;
const TIMES = { connectMs: 10_000, answerMs: 20_000, mailMs: 45_000, runMs: 5 * 60_000 };

export type OutboxOptions = {
  smtpUrl: string;
  mailFrom: string;
  /** Where attached files are. */
  store: Pick<EvidenceStore, 'open'>;
  /** Asked to stop: the mail under way is finished, and no other begun. */
  signal?: AbortSignal;
  /** How long is waited for a connection, an answer and a whole mail, and how long one run goes on. */
  times?: Partial<typeof TIMES>;
};

type Attachment = { fileName: string; mediaType: string; sha256: string };
type Waiting = {
  id: string;
  messageId: string;
  toAddress: string;
  subject: string;
  text: string;
  attachments: Attachment[] | null;
  attempts: number;
  createdAt: Date;
};
type Outcome = 'SENT' | 'PUT_OFF' | 'RELAY_UNWELL' | 'NOTHING_WAITS';

/**
 * Sends what waits in the outbox, oldest first, one mail after another over one connection. At least once, and rarely
 * twice: only a crash between the relay's answer and the commit repeats a mail, one a crash, under the same
 * Message-ID. A row is locked while it is sent and passed over by other servers. Where the relay itself is unwell the
 * rest waits for the next run. Answers how many went out.
 */
export async function sendOutbox(db: Db, options: OutboxOptions): Promise<number> {
  const times = { ...TIMES, ...options.times };
  const transport = openTransport(options.smtpUrl, times);
  const send = (tx: Tx) => sendNext(tx, transport, options, times.mailMs);
  const endsAt = Date.now() + times.runMs;
  let sent = 0;
  try {
    while (!options.signal?.aborted && Date.now() < endsAt) {
      const outcome = await inTransaction(db, send, { timeoutMs: HOLD_MS, retries: 0 });
      if (outcome === 'NOTHING_WAITS' || outcome === 'RELAY_UNWELL') break;
      if (outcome === 'SENT') sent += 1;
    }
  } finally {
    transport.close();
  }
  return sent;
}

/** One kept connection. The library's own second tries are off: they would send a mail twice unseen. */
function openTransport(url: string, times: typeof TIMES): Transporter {
  return nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    maxRequeues: 0,
    connectionTimeout: times.connectMs,
    greetingTimeout: times.connectMs,
    socketTimeout: times.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
}

async function sendNext(
  tx: Tx,
  transport: Transporter,
  { mailFrom: from, store }: OutboxOptions,
  mailMs: number,
): Promise<Outcome> {
  const [mail] = await tx.$queryRaw<Waiting[]>`
    SELECT "id", "messageId", "toAddress", "subject", "text", "attachments", "attempts", "createdAt"
    FROM "outbox_mail"
    WHERE "sentAt" IS NULL AND "givenUpAt" IS NULL AND ("notBefore" IS NULL OR "notBefore" <= now())
    ORDER BY "sentAt", "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!mail) return 'NOTHING_WAITS';
  const { messageId, toAddress: to, subject, text } = mail;
  try {
    const attachments = await openAttachments(store, mail.attachments ?? []);
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const signal = AbortSignal.timeout(mailMs);
    await transport.sendMail({ from, to, subject, text, messageId, headers, attachments, signal } as never);
  } catch (error) {
    return putOff(tx, mail, error as MailFailure);
  }
  // The words of a sent mail may hold a one-time link: they are not kept.
  await tx.outboxMail.update({
    where: { id: mail.id },
    data: { attempts: { increment: 1 }, sentAt: new Date(), text: '', lastError: null, notBefore: null },
    select: { id: true },
  });
  return 'SENT';
}

async function putOff(tx: Tx, mail: Waiting, failure: MailFailure): Promise<Outcome> {
  const now = new Date();
  const next = afterFailure(failure, mail, now);
  const isOver = next.outcome === 'GIVE_UP';
  const lastError = (isOver ? next.because : failure.message).slice(0, 300);
  await tx.outboxMail.update({
    where: { id: mail.id },
    data: {
      attempts: { increment: 1 },
      lastError,
      ...(isOver ? { givenUpAt: now, notBefore: null } : { notBefore: next.notBefore }),
    },
    select: { id: true },
  });
  return !isOver && next.fault === 'RELAY' ? 'RELAY_UNWELL' : 'PUT_OFF';
}

type OpenAttachment = { filename: string; contentType: string; content: Readable };

async function openAttachments(
  store: OutboxOptions['store'],
  attachments: readonly Attachment[],
): Promise<OpenAttachment[]> {
  return Promise.all(
    attachments.map(async ({ fileName, mediaType, sha256 }) => {
      const content = await store.open(sha256);
      // Thrown as the library would, so that this mail waits and others go on.
      if (!content)
        throw Object.assign(new Error(`The file ${fileName} is not in the store.`), { code: 'ESTREAM' });
      return { filename: fileName, contentType: mediaType, content };
    }),
  );
}
