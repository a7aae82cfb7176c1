import type { MeasureRef, MeasureRemoveInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMeasureForWrite, writeMeasure } from './write-measure.ts';

/** Puts a measure in the recycle bin, with a reason. Its figures, links and history stay. */
export async function removeMeasure(
  ctx: Context,
  scope: Scope,
  input: MeasureRemoveInput,
): Promise<MeasureRef> {
  const problems = checkReason('reason', input.reason, 'Enter why the measure is removed');
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMeasureForWrite(tx, scope, input.measureId);
    const bin = { deletedAt: scope.now, deletedReason: input.reason };
    const written = await writeMeasure(tx, scope, row, input.version, bin);
    await recordAudit(tx, scope, {
      action: 'measure.remove',
      entityType: 'MEASURE',
      entityId: row.id,
      planId: row.planId,
      after: { reason: input.reason },
    });
    return written;
  });
}
