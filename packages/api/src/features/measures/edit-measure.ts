import type { MeasureEditInput, MeasureRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateMeasure, validatePlanned } from '@gt/domain/measure';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { replacePlanned } from './plan-trajectory.ts';
import {
  checkOwnerPost,
  loadMeasureForWrite,
  measureRef,
  measureValues,
  settleMovement,
  writeMeasure,
} from './write-measure.ts';

/**
 * Changes what a measure is. Its figures stay; where they go is decided anew against the new aim. Planned values that
 * no longer lie between baseline and target go.
 */
export async function editMeasure(ctx: Context, scope: Scope, input: MeasureEditInput): Promise<MeasureRef> {
  const { measureId, version, ...facts } = input;
  const problems = validateMeasure(facts, scope.today);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMeasureForWrite(tx, scope, measureId);
    const changes = changedFields(measureValues(row), facts);
    if (Object.keys(changes.after).length === 0 && row.version === version) return measureRef(row);
    if (facts.ownerPostId !== row.ownerPostId) await checkOwnerPost(tx, scope, facts.ownerPostId);
    const written = await writeMeasure(tx, scope, row, version, {
      ...facts,
      baselineDate: fromIsoDateOrNull(facts.baselineDate),
      targetDate: fromIsoDateOrNull(facts.targetDate),
    });
    const kept = row.planned.filter((one) => validatePlanned([one], facts).length === 0);
    if (kept.length < row.planned.length) await replacePlanned(tx, measureId, kept);
    await settleMovement(tx, scope, measureId);
    await recordAudit(tx, scope, {
      action: 'measure.edit',
      entityType: 'MEASURE',
      entityId: measureId,
      planId: row.planId,
      ...changes,
    });
    return written;
  });
}
