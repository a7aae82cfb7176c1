import type { ClosureWritten, ReopenRecommendationInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { validateReopening } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { lockRecommendation, type RecommendationForWrite, writeStatus } from './write-status.ts';

/**
 * Opens a closed recommendation again, with the reason: it did not last, or was closed by mistake. What was said at its
 * closing stays on record. Throws NOT_FOUND, CONFLICT, RULE for one that is open, INVALID.
 */
export async function reopenRecommendation(
  ctx: Context,
  scope: Scope,
  { recommendationId, version, reason }: ReopenRecommendationInput,
): Promise<ClosureWritten> {
  const problems = validateReopening(reason);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const before = await lockRecommendation(tx, recommendationId, version);
    if (before.status !== 'CLOSED') {
      throw new DomainError('RULE', 'Only a closed recommendation can be opened again. This one is open.');
    }
    await endClosing(tx, scope, before, reason);
    await recordAudit(tx, scope, {
      action: 'recommendation.reopen',
      entityType: 'RECOMMENDATION',
      entityId: recommendationId,
      planId: before.planId,
      before: { status: 'CLOSED' },
      after: { status: 'REOPENED', reason },
    });
    return { recommendationId, status: 'REOPENED' };
  });
}

/** Ends the present closing of a recommendation that is held; its waiting checks have nothing left to look at. */
export async function endClosing(
  tx: Tx,
  scope: Scope,
  before: RecommendationForWrite,
  reason: string,
): Promise<void> {
  await tx.recommendationClosure.updateMany({
    where: { recommendationId: before.id, reopenedAt: null },
    data: {
      reopenedById: scope.userId,
      reopenedAt: scope.now,
      reopenedReason: reason,
      version: { increment: 1 },
    },
  });
  await writeStatus(tx, scope, before, 'REOPENED');
}
