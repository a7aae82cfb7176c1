import type { MeasurePlanInput, MeasureRef } from '@gt/contracts/schemas';
import { formatDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { type Figure, inOrder, validatePlanned, valueWords } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMeasureForWrite, writeMeasure } from './write-measure.ts';

/** Plans where a measure should stand on days between baseline and target; none takes the plan away. */
export async function planTrajectory(
  ctx: Context,
  scope: Scope,
  { measureId, version, planned }: MeasurePlanInput,
): Promise<MeasureRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMeasureForWrite(tx, scope, measureId);
    const problems = validatePlanned(planned, row);
    if (problems.length > 0) throw invalid(problems);
    const written = await writeMeasure(tx, scope, row, version, {});
    await replacePlanned(tx, measureId, planned);
    await recordAudit(tx, scope, {
      action: 'measure.plan',
      entityType: 'MEASURE',
      entityId: measureId,
      planId: row.planId,
      before: { planned: wordsOf(row.planned, row.unit) },
      after: { planned: wordsOf(inOrder(planned), row.unit) },
    });
    return written;
  });
}

/** Writes these planned values in the place of those there were. */
export async function replacePlanned(tx: Tx, measureId: string, planned: readonly Figure[]): Promise<void> {
  await tx.plannedFigure.deleteMany({ where: { measureId } });
  await tx.plannedFigure.createMany({
    data: planned.map(({ date, value }) => ({ measureId, date: fromIsoDate(date), value })),
  });
}

function wordsOf(planned: readonly Figure[], unit: string): string[] {
  return planned.map(({ date, value }) => `${formatDate(date)}: ${valueWords(value, unit)}`);
}
