import type { Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import type { Context } from '../../core/context.ts';

/** That somebody was sent a digest is known for so many days. */
const KEPT_DAYS = 90;

/**
 * Clears up behind the newest digest of these people: of the inbox's lines only the newest says anything, and rows
 * and mails of long ago go, so that neither grows for ever.
 */
export async function forgetOldDigests(tx: Tx, ctx: Context, userIds: readonly string[]): Promise<void> {
  const ids = [...userIds];
  await tx.notification.deleteMany({
    where: { userId: { in: ids }, kind: 'DIGEST', createdAt: { lt: ctx.now } },
  });
  await tx.$executeRaw`
    WITH old AS (DELETE FROM "digest" WHERE "userId" = ANY(${ids}::text[])
      AND "forDate" < ${addDays(ctx.today, -KEPT_DAYS)}::date RETURNING "outboxMailId")
    DELETE FROM "outbox_mail" m USING old
    WHERE m."id" = old."outboxMailId" AND (m."sentAt" IS NOT NULL OR m."givenUpAt" IS NOT NULL)`;
}
