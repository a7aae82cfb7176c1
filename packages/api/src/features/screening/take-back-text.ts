import type { ScreeningTakeBackTextInput, ScreeningTextRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

/**
 * Takes back that a text may stand in packs, because people make mistakes: packs asked for from now on leave it out.
 * Throws NOT_FOUND; CONFLICT when it was allowed anew meanwhile.
 */
export async function takeBackText(
  ctx: Context,
  scope: Scope,
  { allowanceId, version }: ScreeningTakeBackTextInput,
): Promise<ScreeningTextRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.textAllowance.findUnique({
      where: { id: allowanceId },
      select: { planId: true, entity: true, entityId: true, reason: true, version: true },
    });
    if (!row) throw notFound('text');
    const { planId, entity, entityId, reason } = row;
    const gone = await tx.textAllowance.deleteMany({ where: { id: allowanceId, version } });
    if (gone.count === 0) throw await staleWrite(tx, entity, entityId, row.version, { reason });
    await recordAudit(tx, scope, {
      action: 'screening.takeBackText',
      entityType: entity,
      entityId,
      planId,
      before: { reason },
    });
    return { allowanceId };
  });
}
