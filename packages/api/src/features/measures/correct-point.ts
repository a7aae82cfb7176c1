import type { MeasureCorrectPointInput, MeasurePointRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { measureReference } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadPointForWrite, standingPoint } from './load-point.ts';
import { moveComments } from './said-of-measure.ts';
import { settleMovement } from './write-measure.ts';
import {
  assertDayIsFree,
  checkCounts,
  checkPoint,
  insertPoints,
  pointWords,
  replacePoints,
} from './write-points.ts';

/** Puts a right figure in the place of a wrong one, with why. The wrong one stays on record and says since when. */
export async function correctPoint(
  ctx: Context,
  scope: Scope,
  input: MeasureCorrectPointInput,
): Promise<MeasurePointRef> {
  const { pointId: wrongId, idempotencyKey, ...right } = input;
  checkPoint(scope, right, 'Enter why the figure is corrected');
  return inTransaction(ctx.db, async (tx) => {
    const loaded = await loadPointForWrite(tx, scope, wrongId);
    const { measure, points } = loaded;
    const reference = measureReference(measure.number);
    const pointId = newId();
    const intent = { key: idempotencyKey, operation: 'measure.correctPoint', entityId: pointId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { measureId: measure.id, reference, pointId: earlier };
    const wrong = await standingPoint(tx, loaded);
    checkCounts(right, measure.unit);
    const isSame = wrong.date === right.date && wrong.value === right.value;
    if (isSame && wrong.numerator === right.numerator && wrong.denominator === right.denominator) {
      throw invalid([{ field: 'value', message: 'This is the figure on record. Enter the right one.' }]);
    }
    const others = points.filter(({ id }) => id !== wrongId);
    assertDayIsFree(others, right.date, measure.unit);
    await replacePoints(tx, scope, [wrongId]);
    await moveComments(tx, measure.id, wrong.date, right.date);
    await insertPoints(tx, scope, measure.id, [{ ...right, id: pointId }]);
    await settleMovement(tx, scope, measure.id);
    await recordAudit(tx, scope, {
      action: 'measure.correctPoint',
      entityType: 'MEASURE',
      entityId: measure.id,
      planId: measure.planId,
      before: { figure: pointWords(wrong, measure.unit), comment: wrong.comment, pointId: wrongId },
      after: { figure: pointWords(right, measure.unit), comment: right.comment, pointId },
    });
    return { measureId: measure.id, reference, pointId };
  });
}
