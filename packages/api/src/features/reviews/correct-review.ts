import type { reviewCorrectInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { correctMinutes } from '../reports/make-minutes.ts';
import { assertRuns, lockReview } from './review-access.ts';

/**
 * Adds a visible note to a frozen review, and a new version of its minutes that prints it; the review itself stays as it
 * was. The same intent twice gives one note. Throws RULE for a review that is not frozen, NOT_ALLOWED, NOT_FOUND.
 */
export async function correctReview(
  ctx: Context,
  scope: Scope,
  { reviewId, text, idempotencyKey }: z.infer<typeof reviewCorrectInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertRuns(scope, review);
    const { id, planId, version } = review;
    const correctionId = newId();
    const intent = { key: idempotencyKey, operation: 'review.correct', entityId: correctionId };
    if (await claimOnce(tx, scope, intent)) return { id, version };
    if (review.state !== 'FROZEN') {
      throw new DomainError(
        'RULE',
        'Only a frozen review is corrected. This one can still be changed itself.',
      );
    }
    await tx.reviewCorrection.create({
      data: { id: correctionId, reviewId, text, authorId: scope.userId, createdAt: scope.now },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'review.correct',
      entityType: 'REVIEW',
      entityId: reviewId,
      planId,
      after: { correctionId, text },
    });
    await correctMinutes(tx, scope, { reviewId, text, by: scope.userName, on: scope.today }, ctx.jobs);
    return { id, version };
  });
}
