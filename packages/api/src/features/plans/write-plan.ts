import type { PlanContent } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';
import { type Brought, writeInspection } from './write-inspection.ts';

/**
 * Writes a plan with its inspection, judgements, report paragraphs, recommendations R1…n and statutory clock, each
 * with its audit row, in the caller's transaction. `content` has passed `checkPlanContent`.
 */
export async function writePlan(
  tx: Tx,
  scope: Scope,
  planId: string,
  content: PlanContent,
  from: Brought,
): Promise<void> {
  await tx.plan.create({
    data: {
      id: planId,
      ...content.plan,
      createdById: scope.userId,
      createdAt: scope.now,
      nextRecommendationNumber: content.recommendations.length + 1,
    },
    select: { id: true },
  });
  await recordAudit(tx, scope, {
    action: 'plan.create',
    entityType: 'PLAN',
    entityId: planId,
    planId,
    after: { ...content.plan, recommendations: content.recommendations.length },
  });
  await writeInspection(tx, scope, { planId, firstNumber: 1 }, content, from);
}
