import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

/** Lets every mail that was given up, or waits for a later try, go out now: for when the relay was mended. */
export async function tryMailAgain(ctx: Context, scope: Scope): Promise<{ count: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const { count } = await tx.outboxMail.updateMany({
      where: { sentAt: null, attempts: { gt: 0 } },
      data: { givenUpAt: null, notBefore: null, attempts: 0 },
    });
    if (count === 0) return { count };
    await recordAudit(tx, scope, {
      action: 'settings.tryMailAgain',
      entityType: 'INSTALLATION',
      entityId: '1',
      planId: null,
      after: { mails: count },
    });
    await ctx.jobs.enqueue(tx, 'mail.send', {}, { singletonKey: 'outbox' });
    return { count };
  });
}
