import type { LineageTakeBackInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

/** Nothing is decided on the pair any more, as before; the history keeps who had said what. Throws NOT_FOUND, CONFLICT. */
export async function takeBackDecision(
  ctx: Context,
  scope: Scope,
  { linkId, version }: LineageTakeBackInput,
): Promise<{ recommendationId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.lineageLink.findUnique({
      where: { id: linkId },
      select: { planId: true, recommendationId: true, state: true, note: true, version: true },
    });
    if (!row) throw notFound('decision');
    const { planId, recommendationId, version: current, ...before } = row;
    const gone = await tx.lineageLink.deleteMany({ where: { id: linkId, version } });
    if (gone.count === 0) throw await staleWrite(tx, 'LINEAGE_LINK', linkId, current, before);
    await recordAudit(tx, scope, {
      action: 'lineage.takeBack',
      entityType: 'LINEAGE_LINK',
      entityId: linkId,
      planId,
      before: { recommendationId, ...before },
    });
    return { recommendationId };
  });
}
