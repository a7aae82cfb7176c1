import type { RecommendationEditInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateRecommendation } from '@gt/domain/recommendation';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

const EDITABLE = {
  leadPostId: true,
  goodLooksLike: true,
  closureTest: true,
  response: true,
  judgementAreas: true,
  minEvidenceKinds: true,
  newestWithinDays: true,
  requireImpact: true,
} as const;

/** Changes who leads, what good looks like, the closure test and the evidence test. The report's words stay. */
export async function editRecommendation(
  ctx: Context,
  scope: Scope,
  input: RecommendationEditInput,
): Promise<{ recommendationId: string; version: number }> {
  const { recommendationId, version, ...facts } = input;
  const problems = validateRecommendation(facts);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.recommendation.findFirst({
      where: { id: recommendationId, deletedAt: null, plan: { deletedAt: null } },
      select: { ...EDITABLE, planId: true, version: true, redactedAt: true },
    });
    if (!row) throw notFound('recommendation');
    if (row.redactedAt) {
      throw new DomainError(
        'RULE',
        'The words of this recommendation were destroyed, so it cannot be edited.',
      );
    }
    const { planId, version: current, redactedAt: _gone, ...before } = row;
    if (facts.leadPostId !== null && facts.leadPostId !== before.leadPostId) {
      const post = await tx.post.findFirst({
        where: { id: facts.leadPostId, archivedAt: null },
        select: { id: true },
      });
      if (!post) throw invalid([{ field: 'leadPostId', message: 'Choose a post that is in use.' }]);
    }
    const written = await tx.recommendation.updateMany({
      where: { id: recommendationId, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (written.count === 0) {
      throw await staleWrite(tx, 'RECOMMENDATION', recommendationId, current, before);
    }
    await recordAudit(tx, scope, {
      action: 'recommendation.edit',
      entityType: 'RECOMMENDATION',
      entityId: recommendationId,
      planId,
      ...changedFields(before, facts),
    });
    return { recommendationId, version: version + 1 };
  });
}
