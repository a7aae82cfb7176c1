import type { EarlierRestoreInput, EarlierWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { knownAlready } from './known-already.ts';
import { earlierValues, loadEarlier } from './load-earlier.ts';

/** Takes an earlier inspection out of the recycle bin as it was. Throws NOT_FOUND, RULE, CONFLICT. */
export async function restoreEarlier(
  ctx: Context,
  scope: Scope,
  { earlierInspectionId: id, version }: EarlierRestoreInput,
): Promise<EarlierWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEarlier(tx, id, 'removed');
    if (row.version !== version) {
      throw await staleWrite(tx, 'EARLIER_INSPECTION', id, row.version, earlierValues(row));
    }
    // Brought in again meanwhile: two of one would say everything twice.
    const known = await knownAlready(tx, { ...row, sha256: row.reportSha256 }, id);
    if (known) throw new DomainError('RULE', known);
    await tx.earlierInspection.update({
      where: { id },
      data: { deletedAt: null, deletedReason: null, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'lineage.restore',
      entityType: 'EARLIER_INSPECTION',
      entityId: id,
      planId: row.planId,
    });
    return { earlierInspectionId: id, version: version + 1 };
  });
}
