import type { MeasureCreateInput, MeasureRef } from '@gt/contracts/schemas';
import type { FieldProblem } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { standardOf, validateMeasure } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkOwnerPost, measureRef } from './write-measure.ts';

/** Sets up a measure under a recommendation, with the next number of its plan. The same intent twice makes one. */
export async function createMeasure(
  ctx: Context,
  scope: Scope,
  input: MeasureCreateInput,
): Promise<MeasureRef> {
  const { recommendationId, idempotencyKey, ...facts } = input;
  const problems = [...validateMeasure(facts, scope.today), ...unknownStandard(facts.standardKey)];
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'measure.create', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return existing(tx, earlier);
    await checkOwnerPost(tx, scope, facts.ownerPostId);
    const { planId, number } = await takeNumber(tx, recommendationId);
    await tx.measure.create({
      data: {
        id,
        planId,
        recommendationId,
        number,
        ...facts,
        baselineDate: fromIsoDateOrNull(facts.baselineDate),
        targetDate: fromIsoDateOrNull(facts.targetDate),
        createdById: scope.userId,
        createdAt: scope.now,
        changedById: scope.userId,
        changedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'measure.create',
      entityType: 'MEASURE',
      entityId: id,
      planId,
      after: { recommendationId, number, ...facts },
    });
    return measureRef({ id, number, version: 1 });
  });
}

function unknownStandard(key: string | null): FieldProblem[] {
  if (key === null || standardOf(key)) return [];
  return [{ field: 'standardKey', message: 'Choose one of the standard definitions, or none' }];
}

/** One statement, so that two measures set up at the same moment never get the same number. */
export async function takeNumber(
  tx: Tx,
  recommendationId: string,
): Promise<{ planId: string; number: number }> {
  const [taken] = await tx.$queryRaw<{ planId: string; number: number }[]>`
    UPDATE "plan" SET "nextMeasureNumber" = "nextMeasureNumber" + 1
    WHERE "deletedAt" IS NULL AND "id" = (
      SELECT r."planId" FROM "recommendation" r WHERE r."id" = ${recommendationId} AND r."deletedAt" IS NULL)
    RETURNING "id" AS "planId", "nextMeasureNumber" - 1 AS "number"`;
  if (!taken) throw notFound('recommendation');
  return taken;
}

async function existing(tx: Tx, id: string): Promise<MeasureRef> {
  const row = await tx.measure.findUniqueOrThrow({ where: { id }, select: { id: true, number: true } });
  return measureRef({ ...row, version: 1 });
}
