import type { EarlierRemoveInput, EarlierWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { earlierValues, loadEarlier } from './load-earlier.ts';

/**
 * Puts an earlier inspection into the recycle bin, with the reason. What was confirmed with its recommendations is out
 * of sight with it, and comes back with it. Throws NOT_FOUND, INVALID, CONFLICT.
 */
export async function removeEarlier(
  ctx: Context,
  scope: Scope,
  { earlierInspectionId: id, version, reason }: EarlierRemoveInput,
): Promise<EarlierWritten> {
  const problems = checkReason('reason', reason, 'Say why it is taken away');
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEarlier(tx, id);
    if (row.version !== version) {
      throw await staleWrite(tx, 'EARLIER_INSPECTION', id, row.version, earlierValues(row));
    }
    await tx.earlierInspection.update({
      where: { id },
      data: { deletedAt: scope.now, deletedReason: reason, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'lineage.remove',
      entityType: 'EARLIER_INSPECTION',
      entityId: id,
      planId: row.planId,
      after: { reason },
    });
    return { earlierInspectionId: id, version: version + 1 };
  });
}
