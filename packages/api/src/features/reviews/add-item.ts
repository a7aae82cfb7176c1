import type { ReviewItemWritten, reviewAddItemInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { itemWritten } from './item-written.ts';
import { assertOpen, assertWrites, lockReview } from './review-access.ts';

/**
 * Puts an action of the plan on the agenda by hand, at its end. One that is on it already is the answer. Throws RULE
 * for a review that is over, NOT_FOUND.
 */
export async function addItem(
  ctx: Context,
  scope: Scope,
  { reviewId, actionId }: z.infer<typeof reviewAddItemInput>,
): Promise<ReviewItemWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertWrites(scope, review);
    if (review.state !== 'PREPARED') assertOpen(review);
    const action = await tx.action.findFirst({
      where: { id: actionId, planId: review.planId },
      select: { deletedAt: true },
    });
    if (!action) throw notFound('action');
    if (action.deletedAt) {
      throw new DomainError('RULE', 'This action is in the recycle bin. Restore it, then add it.');
    }
    const there = await tx.reviewItem.findUnique({
      where: { reviewId_actionId: { reviewId, actionId } },
      select: { id: true },
    });
    if (there) return itemWritten(tx, scope, there.id);
    const { _max } = await tx.reviewItem.aggregate({ where: { reviewId }, _max: { position: true } });
    const item = await tx.reviewItem.create({
      data: {
        id: newId(),
        reviewId,
        actionId,
        section: 'ADDED',
        sections: ['ADDED'],
        position: (_max.position ?? 0) + 1,
        changedById: scope.userId,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'review.addItem',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      after: { itemId: item.id, actionId },
    });
    return itemWritten(tx, scope, item.id);
  });
}
