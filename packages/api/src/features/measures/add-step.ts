import type { MeasureAddStepInput, MeasureStepRef } from '@gt/contracts/schemas';
import { formatDate, type IsoDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadSteps } from './said-of-measure.ts';
import { loadMeasureForWrite, settleMovement } from './write-measure.ts';
import { loadLivePoints } from './write-points.ts';

/**
 * Says, with why, that the process behind a measure changed on a day: from there mean and limits of the control chart
 * are worked out anew. It is a judgement of a person and stays on record.
 */
export async function addStep(
  ctx: Context,
  scope: Scope,
  input: MeasureAddStepInput,
): Promise<MeasureStepRef> {
  const { measureId, date, reason, idempotencyKey } = input;
  const problems = checkReason('reason', reason, 'Enter what changed, and how that is known');
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const measure = await loadMeasureForWrite(tx, scope, measureId);
    const stepId = newId();
    const intent = { key: idempotencyKey, operation: 'measure.addStep', entityId: stepId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { measureId, stepId: earlier };
    await assertCuts(tx, measureId, date);
    await tx.measureStep.create({
      data: {
        id: stepId,
        measureId,
        date: fromIsoDate(date),
        reason,
        createdById: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await settleMovement(tx, scope, measureId);
    await recordAudit(tx, scope, {
      action: 'measure.addStep',
      entityType: 'MEASURE',
      entityId: measureId,
      planId: measure.planId,
      after: { stepOn: date, reason, stepId },
    });
    return { measureId, stepId };
  });
}

/** Throws INVALID unless there are figures on both sides of the day, and no step cuts there already. */
async function assertCuts(tx: Tx, measureId: string, date: IsoDate): Promise<void> {
  const points = await loadLivePoints(tx, measureId);
  const first = points.find((point) => point.date >= date);
  if (!first || first === points[0]) {
    const message =
      'A step needs figures before it and from it on. Choose the day of a figure after the first.';
    throw invalid([{ field: 'date', message }]);
  }
  const before = points[points.indexOf(first) - 1];
  const there = (await loadSteps(tx, measureId)).find(
    (step) => step.date <= first.date && (!before || step.date > before.date),
  );
  if (there) {
    const message = `There is a step on ${formatDate(there.date)} already, before the same figure.`;
    throw invalid([{ field: 'date', message }]);
  }
}
