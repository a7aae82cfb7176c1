import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';

/** How long the contact of a link is kept after it ended: long enough to send the next review's to the same person. */
export const CONTACT_KEPT_DAYS = 30;

/**
 * Removes who links were sent to, once they have ended long enough ago, with the mails that carried them; when it was
 * opened and what was sent stays. Answers how many. Run by the nightly sweep.
 */
export async function forgetContacts(ctx: Context): Promise<number> {
  const before = new Date(ctx.now.getTime() - CONTACT_KEPT_DAYS * 24 * 60 * 60 * 1000);
  return inTransaction(ctx.db, async (tx) => {
    const ended = await tx.updateLink.findMany({
      where: { email: { not: '' }, OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
      select: { id: true, outboxMailId: true },
    });
    if (ended.length === 0) return 0;
    await tx.outboxMail.deleteMany({
      where: { id: { in: ended.flatMap((link) => link.outboxMailId ?? []) } },
    });
    await tx.updateLink.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { email: '', name: '' },
    });
    const who = { userId: null, userName: 'Golden Thread', now: ctx.now, requestId: ctx.requestId };
    await recordAudit(tx, who, {
      action: 'updateLink.forgetContacts',
      entityType: 'STORE',
      entityId: 'update-links',
      planId: null,
      after: { links: ended.length },
    });
    return ended.length;
  });
}
