import type { MeasurePointRef, MeasureRemovePointInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { measureReference } from '@gt/domain/measure';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadPointForWrite, standingPoint } from './load-point.ts';
import { settleMovement } from './write-measure.ts';
import { pointWords, replacePoints } from './write-points.ts';

/** Takes a figure away that should never have been entered. It stays on record, marked as taken away, with why. */
export async function removePoint(
  ctx: Context,
  scope: Scope,
  input: MeasureRemovePointInput,
): Promise<MeasurePointRef> {
  const problems = checkReason('reason', input.reason, 'Enter why the figure is taken away');
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const loaded = await loadPointForWrite(tx, scope, input.pointId);
    const { measure } = loaded;
    const point = await standingPoint(tx, loaded);
    await replacePoints(tx, scope, [point.id]);
    await settleMovement(tx, scope, measure.id);
    await recordAudit(tx, scope, {
      action: 'measure.removePoint',
      entityType: 'MEASURE',
      entityId: measure.id,
      planId: measure.planId,
      before: { figure: pointWords(point, measure.unit), comment: point.comment, pointId: point.id },
      after: { reason: input.reason },
    });
    return { measureId: measure.id, reference: measureReference(measure.number), pointId: point.id };
  });
}
