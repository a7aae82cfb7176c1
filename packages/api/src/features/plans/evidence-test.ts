import type { PlanSettingsOut } from '@gt/contracts/schemas';
import type { Db, Tx } from '@gt/db';
import { type EvidenceTest, isSameTest } from '@gt/domain/evidence';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';

export const EVIDENCE_TEST_SELECT = {
  minEvidenceKinds: true,
  newestWithinDays: true,
  requireImpact: true,
} as const;

/** What is closed was closed on its test, so that stays. */
function openRecommendations(db: Db | Tx, planId: string) {
  return db.recommendation.findMany({
    where: { planId, deletedAt: null, redactedAt: null, status: { not: 'CLOSED' } },
    select: { id: true, version: true, ...EVIDENCE_TEST_SELECT },
    orderBy: { number: 'asc' },
  });
}

/** How many open recommendations have the plan's evidence test, and how many a test of their own. */
export async function countTests(
  db: Db,
  planId: string,
  ofPlan: EvidenceTest,
): Promise<PlanSettingsOut['evidenceTests']> {
  const open = await openRecommendations(db, planId);
  const asPlan = open.filter((test) => isSameTest(test, ofPlan)).length;
  return { asPlan, own: open.length - asPlan };
}

/**
 * The plan's evidence test was changed: open recommendations that had it take the new one, each with its own line in
 * the history. One that was given a test of its own keeps it.
 */
export async function passOnTest(
  tx: Tx,
  scope: Scope,
  planId: string,
  change: { before: EvidenceTest; after: EvidenceTest },
): Promise<void> {
  if (isSameTest(change.before, change.after)) return;
  const { minEvidenceKinds, newestWithinDays, requireImpact } = change.after;
  const after = { minEvidenceKinds, newestWithinDays, requireImpact };
  for (const { id, version, ...before } of await openRecommendations(tx, planId)) {
    if (!isSameTest(before, change.before)) continue;
    // Whoever changed it in this moment gave it a test of its own, or made up their mind about it: theirs stands.
    const written = await tx.recommendation.updateMany({
      where: { id, version },
      data: { ...after, version: { increment: 1 } },
    });
    if (written.count === 0) continue;
    await recordAudit(tx, scope, {
      action: 'recommendation.edit',
      entityType: 'RECOMMENDATION',
      entityId: id,
      planId,
      ...changedFields(before, after),
    });
  }
}
