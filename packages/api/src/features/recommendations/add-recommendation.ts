import type { RecommendationAddInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { recommendationReference } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';

/** Adds one recommendation by hand, with the next number of its plan. The same intent twice adds one. */
export async function addRecommendation(
  ctx: Context,
  scope: Scope,
  input: RecommendationAddInput,
): Promise<{ recommendationId: string; reference: string }> {
  const { planId, idempotencyKey, ...draft } = input;
  return inTransaction(ctx.db, async (tx) => {
    const recommendationId = newId();
    const intent = { key: idempotencyKey, operation: 'recommendation.add', entityId: recommendationId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return existing(tx, earlier);
    const evidenceTest = await tx.plan.findFirst({
      where: { id: planId, deletedAt: null },
      select: { minEvidenceKinds: true, newestWithinDays: true, requireImpact: true },
    });
    if (!evidenceTest) throw notFound('plan');
    const { nextRecommendationNumber } = await tx.plan.update({
      where: { id: planId },
      data: { nextRecommendationNumber: { increment: 1 } },
      select: { nextRecommendationNumber: true },
    });
    const number = nextRecommendationNumber - 1;
    const inspections = await tx.inspection.findMany({ where: { planId }, select: { id: true }, take: 2 });
    await tx.recommendation.create({
      data: {
        id: recommendationId,
        planId,
        // With several inspections nobody can say which one it came from.
        inspectionId: inspections.length === 1 ? (inspections[0]?.id ?? null) : null,
        number,
        ...draft,
        // The plan's own test, until another is agreed for this one.
        ...evidenceTest,
        leadIn: draft.leadIn || null,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'recommendation.create',
      entityType: 'RECOMMENDATION',
      entityId: recommendationId,
      planId,
      after: { reference: recommendationReference(number), ...draft },
    });
    return { recommendationId, reference: recommendationReference(number) };
  });
}

async function existing(tx: Tx, recommendationId: string) {
  const { number } = await tx.recommendation.findUniqueOrThrow({
    where: { id: recommendationId },
    select: { number: true },
  });
  return { recommendationId, reference: recommendationReference(number) };
}
