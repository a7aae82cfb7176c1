import type { RecommendationAddInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { checkCategory } from '@gt/domain/inspection';
import { recommendationReference } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';

/** Adds one recommendation by hand, with the next number of its plan. The same intent twice adds one. */
export async function addRecommendation(
  ctx: Context,
  scope: Scope,
  input: RecommendationAddInput,
): Promise<{ recommendationId: string; reference: string }> {
  const { planId, idempotencyKey, inspectionId: asked, ...draft } = input;
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
    const inspection = await inspectionOf(tx, planId, asked);
    const problem = inspection ? checkCategory(inspection.kind, draft.category) : null;
    if (problem) throw invalid([{ field: 'category', message: problem }]);
    await tx.recommendation.create({
      data: {
        id: recommendationId,
        planId,
        inspectionId: inspection?.id ?? null,
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

/** The one that was named; else the plan's only one: of several nobody can say which it came from. */
async function inspectionOf(tx: Tx, planId: string, asked: string | null | undefined) {
  if (asked === null) return null;
  const found = await tx.inspection.findMany({
    where: { planId, ...(asked === undefined ? {} : { id: asked }) },
    select: { id: true, kind: true },
    take: 2,
  });
  if (asked !== undefined && found.length === 0) {
    throw invalid([{ field: 'inspectionId', message: 'Choose an inspection of this plan.' }]);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function existing(tx: Tx, recommendationId: string) {
  const { number } = await tx.recommendation.findUniqueOrThrow({
    where: { id: recommendationId },
    select: { number: true },
  });
  return { recommendationId, reference: recommendationReference(number) };
}
