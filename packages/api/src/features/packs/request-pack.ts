import type { PackBuildInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { cutOffOf } from './cut-off-of.ts';
import { frozenPack } from './freeze-pack.ts';

/**
 * Asks for an evidence pack: the row and the job that builds it, both or neither. What it says is frozen before this
 * answers. The same intent twice gives the same pack. Throws NOT_FOUND, INVALID for a last day to come, and RULE for a
 * plan without recommendations or a review that has not been frozen.
 */
export async function requestPack(
  ctx: Context,
  scope: Scope,
  input: PackBuildInput,
): Promise<{ packId: string }> {
  const { packId, isNew } = await inTransaction(ctx.db, (tx) => writeRequest(ctx, tx, scope, input));
  // Should the server fall over here, the building freezes it.
  if (isNew) await frozenPack(ctx, packId);
  return { packId };
}

async function writeRequest(
  ctx: Context,
  tx: Tx,
  scope: Scope,
  input: PackBuildInput,
): Promise<{ packId: string; isNew: boolean }> {
  const { planId, marking, audience, coverNote, cutOff, reviewId, idempotencyKey } = input;
  const packId = newId();
  const intent = { key: idempotencyKey, operation: 'pack.build', entityId: packId };
  const earlier = await claimOnce(tx, scope, intent);
  if (earlier) return { packId: earlier, isNew: false };
  await lockPlan(tx, planId);
  const recommendationIds = await requireRecommendations(tx, input);
  await cutOffOf(tx, scope, input);
  const { _max } = await tx.pack.aggregate({ where: { planId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  await tx.pack.create({
    data: {
      ...{ id: packId, planId, number, recommendationIds, marking, audience, coverNote, reviewId },
      cutOff: fromIsoDateOrNull(cutOff),
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
    after: { number, recommendationIds, marking, audience, cutOff, reviewId },
  });
  await ctx.jobs.enqueue(tx, 'pack.build', { packId }, { singletonKey: packId });
  return { packId, isNew: true };
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
