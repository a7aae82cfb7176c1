import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * Stops the building of a pack. One that waits is cancelled at once; one under way is told, and its job stops within
 * a second and leaves nothing behind. Asking twice is no mistake; a finished pack can no longer be cancelled (RULE).
 */
export async function cancelPack(
  ctx: Context,
  scope: Scope,
  input: { packId: string },
): Promise<{ packId: string }> {
  const { packId } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.pack.findFirst({
      where: { id: packId, plan: { deletedAt: null } },
      select: { planId: true, number: true, state: true, cancelRequestedAt: true },
    });
    if (!row) throw notFound('pack');
    if (row.state === 'CANCELLED' || row.cancelRequestedAt !== null) return { packId };
    const at = new Date();
    const waiting = await tx.pack.updateMany({
      where: { id: packId, state: 'QUEUED' },
      data: { state: 'CANCELLED', cancelRequestedAt: at, finishedAt: at },
    });
    const told =
      waiting.count > 0 ||
      (
        await tx.pack.updateMany({
          where: { id: packId, state: { in: ['QUEUED', 'BUILDING'] } },
          data: { cancelRequestedAt: at },
        })
      ).count > 0;
    if (!told) {
      throw new DomainError('RULE', 'This pack is no longer being built, so there is nothing to cancel.');
    }
    await recordAudit(tx, scope, {
      action: 'pack.cancel',
      entityType: 'PACK',
      entityId: packId,
      planId: row.planId,
      before: { state: row.state },
      after: { number: row.number },
    });
    return { packId };
  });
}
