import type { MeasureRef, MeasureRestoreInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canEditMeasure } from '@gt/domain/authz';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMeasureForWrite, writeMeasure } from './write-measure.ts';

/** Takes a measure out of the recycle bin as it was. */
export async function restoreMeasure(
  ctx: Context,
  scope: Scope,
  input: MeasureRestoreInput,
): Promise<MeasureRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMeasureForWrite(tx, scope, input.measureId, canEditMeasure, 'removed');
    const written = await writeMeasure(tx, scope, row, input.version, {
      deletedAt: null,
      deletedReason: null,
    });
    await recordAudit(tx, scope, {
      action: 'measure.restore',
      entityType: 'MEASURE',
      entityId: row.id,
      planId: row.planId,
    });
    return written;
  });
}
