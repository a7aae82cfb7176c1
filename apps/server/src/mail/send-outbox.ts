import type { Db } from '@gt/db';
import nodemailer from 'nodemailer';

const BATCH = 50;
const MAX_ATTEMPTS = 20;

/**
 * Sends what waits in the outbox, oldest first. At least once, and rarely twice: a crash between the relay's answer
 * and the mark repeats a message under the same Message-ID. Rows are taken with SKIP LOCKED, so that several servers
 * do not send the same one. Answers how many went out.
 */
export async function sendOutbox(db: Db, options: { smtpUrl: string; mailFrom: string }): Promise<number> {
  const transport = nodemailer.createTransport(options.smtpUrl, {
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  } as never);
  let sent = 0;
  try {
    const rows = await db.$queryRaw<
      { id: string; messageId: string; toAddress: string; subject: string; text: string }[]
    >`
      UPDATE "outbox_mail" SET "attempts" = "attempts" + 1
      WHERE "id" IN (SELECT "id" FROM "outbox_mail" WHERE "sentAt" IS NULL AND "attempts" < ${MAX_ATTEMPTS}
        ORDER BY "createdAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING "id", "messageId", "toAddress", "subject", "text"`;
    for (const row of rows) {
      try {
        await transport.sendMail({
          from: options.mailFrom,
          to: row.toAddress,
          subject: row.subject,
          text: row.text,
          messageId: row.messageId,
        });
        // The words of a sent mail hold a one-time link: they are not kept.
        await db.outboxMail.update({
          where: { id: row.id },
          data: { sentAt: new Date(), text: '' },
          select: { id: true },
        });
        sent += 1;
      } catch (error) {
        const lastError = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
        await db.outboxMail.update({ where: { id: row.id }, data: { lastError }, select: { id: true } });
      }
    }
  } finally {
    transport.close();
  }
  return sent;
}
