import type { InspectionAddInput, InspectionContent } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkInspectionContent } from './check-plan-content.ts';
import { type Brought, writeInspection } from './write-inspection.ts';

type Added = { planId: string };

/** Brings a further inspection into a plan by hand. The same intent twice brings it once. */
export async function addInspection(ctx: Context, scope: Scope, input: InspectionAddInput): Promise<Added> {
  const { planId, idempotencyKey, ...content } = input;
  checkInspectionContent(scope, content, []);
  return inTransaction(ctx.db, async (tx) => {
    const intent = { key: idempotencyKey, operation: 'inspection.add', entityId: newId() };
    if (await claimOnce(tx, scope, intent)) return { planId };
    await joinPlan(tx, scope, planId, content, { paragraphs: [], report: null });
    return { planId };
  });
}

/**
 * A further inspection in a plan that is there, in the caller's transaction: its items take the next numbers and the
 * plan's own evidence test; its clocks are its own. Two that come in at once are numbered one after the other.
 */
export async function joinPlan(
  tx: Tx,
  scope: Scope,
  planId: string,
  content: InspectionContent,
  from: Brought,
): Promise<void> {
  const count = content.recommendations.length;
  // The plan's row is locked by this until the transaction ends.
  const taken = await tx.plan.updateManyAndReturn({
    where: { id: planId, deletedAt: null },
    data: { nextRecommendationNumber: { increment: count } },
    select: {
      nextRecommendationNumber: true,
      minEvidenceKinds: true,
      newestWithinDays: true,
      requireImpact: true,
    },
  });
  const plan = taken[0];
  if (!plan) throw notFound('plan');
  const { nextRecommendationNumber, ...evidenceTest } = plan;
  const under = { planId, firstNumber: nextRecommendationNumber - count, evidenceTest };
  await writeInspection(tx, scope, under, content, from);
}
