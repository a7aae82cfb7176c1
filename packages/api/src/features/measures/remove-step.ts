import type { MeasureStepRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMeasureForWrite, settleMovement } from './write-measure.ts';

/** Takes a step back: limits are worked out across it again. That it stood, and why, stays on record. */
export async function removeStep(
  ctx: Context,
  scope: Scope,
  { stepId }: { stepId: string },
): Promise<MeasureStepRef> {
  return inTransaction(ctx.db, async (tx) => {
    const step = await tx.measureStep.findUnique({
      where: { id: stepId },
      select: { measureId: true, date: true },
    });
    if (!step) throw notFound('step');
    const { measureId } = step;
    const measure = await loadMeasureForWrite(tx, scope, measureId);
    const gone = await tx.measureStep.updateMany({
      where: { id: stepId, removedAt: null },
      data: { removedAt: scope.now, removedById: scope.userId },
    });
    // Taken back twice is once.
    if (gone.count === 0) return { measureId, stepId };
    await settleMovement(tx, scope, measureId);
    await recordAudit(tx, scope, {
      action: 'measure.removeStep',
      entityType: 'MEASURE',
      entityId: measureId,
      planId: measure.planId,
      before: { stepOn: toIsoDate(step.date), stepId },
    });
    return { measureId, stepId };
  });
}
