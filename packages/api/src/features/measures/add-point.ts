import type { MeasureAddPointInput, MeasurePointRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canEnterFigures } from '@gt/domain/authz';
import { measureReference } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMeasureForWrite, settleMovement } from './write-measure.ts';
import {
  assertDayIsFree,
  checkCounts,
  checkPoint,
  insertPoints,
  loadLivePoints,
  pointWords,
} from './write-points.ts';

/** Enters one figure. The same intent twice enters one; a second figure for a day is refused in favour of a correction. */
export async function addPoint(
  ctx: Context,
  scope: Scope,
  input: MeasureAddPointInput,
): Promise<MeasurePointRef> {
  const { measureId, idempotencyKey, ...point } = input;
  checkPoint(scope, point);
  return inTransaction(ctx.db, async (tx) => {
    const measure = await loadMeasureForWrite(tx, scope, measureId, canEnterFigures);
    const reference = measureReference(measure.number);
    const pointId = newId();
    const intent = { key: idempotencyKey, operation: 'measure.addPoint', entityId: pointId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { measureId, reference, pointId: earlier };
    checkCounts(point, measure.unit);
    assertDayIsFree(await loadLivePoints(tx, measureId), point.date, measure.unit);
    await insertPoints(tx, scope, measureId, [{ ...point, id: pointId }]);
    await settleMovement(tx, scope, measureId);
    await recordAudit(tx, scope, {
      action: 'measure.addPoint',
      entityType: 'MEASURE',
      entityId: measureId,
      planId: measure.planId,
      after: { figure: pointWords(point, measure.unit), comment: point.comment, pointId },
    });
    return { measureId, reference, pointId };
  });
}
