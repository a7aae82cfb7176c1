import { type Db, inTransaction, type Tx } from '@gt/db';
import nodemailer, { type Transporter } from 'nodemailer';

const MOST_AT_ONCE = 500;
const MAX_ATTEMPTS = 20;
/** Longer than the relay may take to answer, so that the lock on a row outlives the sending of it. */
const HOLD_MS = 60_000;

type Waiting = { id: string; messageId: string; toAddress: string; subject: string; text: string };

/**
 * Sends what waits in the outbox, oldest first. At least once, and rarely twice: only a crash between the relay's
 * answer and the commit repeats a message, under the same Message-ID. A row is locked while it is sent and passed
 * over by other servers. Answers how many went out.
 */
export async function sendOutbox(db: Db, options: { smtpUrl: string; mailFrom: string }): Promise<number> {
  const transport = nodemailer.createTransport({
    url: options.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as never);
  const tried: string[] = [];
  let sent = 0;
  try {
    while (tried.length < MOST_AT_ONCE) {
      const outcome = await inTransaction(db, (tx) => sendNext(tx, transport, options.mailFrom, tried), {
        timeoutMs: HOLD_MS,
        retries: 0,
      });
      if (!outcome) break;
      tried.push(outcome.id);
      if (outcome.sent) sent += 1;
    }
  } finally {
    transport.close();
  }
  return sent;
}

async function sendNext(
  tx: Tx,
  transport: Transporter,
  from: string,
  tried: readonly string[],
): Promise<{ id: string; sent: boolean } | null> {
  const [mail] = await tx.$queryRaw<Waiting[]>`
    SELECT "id", "messageId", "toAddress", "subject", "text" FROM "outbox_mail"
    WHERE "sentAt" IS NULL AND "attempts" < ${MAX_ATTEMPTS} AND NOT ("id" = ANY(${[...tried]}::text[]))
    ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!mail) return null;
  const { id, messageId, toAddress: to, subject, text } = mail;
  const attempts = { increment: 1 };
  try {
    await transport.sendMail({ from, to, subject, text, messageId });
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    await tx.outboxMail.update({ where: { id }, data: { attempts, lastError }, select: { id: true } });
    return { id, sent: false };
  }
  // The words of a sent mail hold a one-time link: they are not kept.
  await tx.outboxMail.update({
    where: { id },
    data: { attempts, sentAt: new Date(), text: '', lastError: null },
    select: { id: true },
  });
  return { id, sent: true };
}
