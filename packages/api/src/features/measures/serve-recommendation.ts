import type { MeasureRef, MeasureServableOut, MeasureServeInput } from '@gt/contracts/schemas';
import { type Db, inTransaction, type Tx } from '@gt/db';
import { measureReference } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { RawMeasure } from './measure-rows.ts';
import { loadMeasureForWrite, measureRef } from './write-measure.ts';

/** Says that a measure shows something of a further recommendation, of its own plan or of another. Twice is once. */
export async function serveRecommendation(
  ctx: Context,
  scope: Scope,
  input: MeasureServeInput,
): Promise<MeasureRef> {
  return inTransaction(ctx.db, async (tx) => {
    const measure = await loadMeasureForWrite(tx, scope, input.measureId);
    const recommendation = await loadServed(tx, input.recommendationId);
    if (recommendation.id === measure.recommendationId)
      throw new DomainError('RULE', 'This is the recommendation that the measure stands under already.');
    const made = await tx.measureServes.createMany({
      data: [{ measureId: measure.id, recommendationId: recommendation.id }],
      skipDuplicates: true,
    });
    if (made.count > 0) await recordServing(tx, scope, 'after', { measure, recommendation });
    return measureRef(measure);
  });
}

/** Parts a measure from a further recommendation. What is not linked stays so. */
export async function leaveRecommendation(
  ctx: Context,
  scope: Scope,
  input: MeasureServeInput,
): Promise<MeasureRef> {
  return inTransaction(ctx.db, async (tx) => {
    const measure = await loadMeasureForWrite(tx, scope, input.measureId);
    const recommendation = await loadServed(tx, input.recommendationId);
    const gone = await tx.measureServes.deleteMany({
      where: { measureId: measure.id, recommendationId: recommendation.id },
    });
    if (gone.count > 0) await recordServing(tx, scope, 'before', { measure, recommendation });
    return measureRef(measure);
  });
}

type Served = { id: string; planId: string; number: number; plan: { name: string } };

async function loadServed(tx: Tx, id: string): Promise<Served> {
  const found = await tx.recommendation.findFirst({
    where: { id, deletedAt: null, plan: { deletedAt: null } },
    select: { id: true, planId: true, number: true, plan: { select: { name: true } } },
  });
  if (!found) throw notFound('recommendation');
  return found;
}

/** Stands in the history of both; that of the recommendation says of which plan, for whoever must reach its packs. */
async function recordServing(
  tx: Tx,
  scope: Scope,
  side: 'before' | 'after',
  { measure, recommendation }: { measure: RawMeasure; recommendation: Served },
): Promise<void> {
  const isOwn = recommendation.planId === measure.planId;
  await recordAudit(tx, scope, {
    action: side === 'after' ? 'measure.serve' : 'measure.leave',
    entityType: 'MEASURE',
    entityId: measure.id,
    planId: measure.planId,
    [side]: { alsoMeasures: `R${recommendation.number}${isOwn ? '' : ` of ${recommendation.plan.name}`}` },
  });
  await recordAudit(tx, scope, {
    action: side === 'after' ? 'recommendation.measured' : 'recommendation.unmeasured',
    entityType: 'RECOMMENDATION',
    entityId: recommendation.id,
    planId: recommendation.planId,
    [side]: { measureReference: measureReference(measure.number), byPlanId: measure.planId },
  });
}

/** Recommendations that a measure may serve besides its own: those of its plan first, then of every other plan. */
export async function servableRecommendations(
  db: Db,
  _scope: Scope,
  { measureId }: { measureId: string },
): Promise<MeasureServableOut> {
  return db.$queryRaw<MeasureServableOut>`
    SELECT r."id", r."number", left(r."quote", 160) AS "quote",
      CASE WHEN r."planId" <> m."planId" THEN pl."name" END AS "ofPlan"
    FROM "measure" m JOIN "recommendation" r ON r."deletedAt" IS NULL AND r."id" <> m."recommendationId"
    JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    WHERE m."id" = ${measureId} AND NOT EXISTS (SELECT 1 FROM "measure_serves" s
      WHERE s."measureId" = m."id" AND s."recommendationId" = r."id")
    ORDER BY r."planId" <> m."planId", pl."name", r."number" LIMIT 500`;
}
