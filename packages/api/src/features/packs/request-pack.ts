import type { PackBuildInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * Asks for an evidence pack: the row and the job that builds it, both or neither. The same intent twice gives the
 * same pack. Throws NOT_FOUND, and RULE for a plan without recommendations.
 */
export async function requestPack(
  ctx: Context,
  scope: Scope,
  input: PackBuildInput,
): Promise<{ packId: string }> {
  const { planId, marking, idempotencyKey } = input;
  return inTransaction(ctx.db, async (tx) => {
    const packId = newId();
    const intent = { key: idempotencyKey, operation: 'pack.build', entityId: packId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { packId: earlier };
    await lockPlan(tx, planId);
    const recommendationIds = await requireRecommendations(tx, input);
    const { _max } = await tx.pack.aggregate({ where: { planId }, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    await tx.pack.create({
      data: {
        id: packId,
        planId,
        number,
        recommendationIds,
        marking,
        requestedById: scope.userId,
        requestedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'pack.build',
      entityType: 'PACK',
      entityId: packId,
      planId,
      after: { number, recommendationIds, marking },
    });
    await ctx.jobs.enqueue(tx, 'pack.build', { packId }, { singletonKey: packId });
    return { packId };
  });
}

/** Packs of one plan are numbered one after another. */
async function lockPlan(tx: Tx, planId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "plan" WHERE "id" = ${planId} AND "deletedAt" IS NULL FOR UPDATE`;
  if (found.length === 0) throw notFound('plan');
}

async function requireRecommendations(tx: Tx, input: PackBuildInput): Promise<string[]> {
  const chosen = [...new Set(input.recommendationIds)];
  const found = await tx.recommendation.count({
    where: {
      planId: input.planId,
      deletedAt: null,
      ...(chosen.length > 0 ? { id: { in: chosen } } : {}),
    },
  });
  if (found === 0 && chosen.length === 0) {
    throw new DomainError('RULE', 'This plan has no recommendation yet, so there is nothing to pack.');
  }
  if (found < chosen.length) throw notFound('recommendation');
  return chosen;
}
