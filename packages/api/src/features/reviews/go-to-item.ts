import type { reviewGoToInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import type { Context } from '../../core/context.ts';
import { notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { assertOpen, liveReview, lockReview } from './review-access.ts';

/**
 * The chair walks on, and everybody who follows with her; the time spent on the item that is left is added to it. It
 * happens at every step, so it stands in no history. Throws NOT_ALLOWED for anybody but the chair, RULE, NOT_FOUND.
 */
export async function goToItem(
  ctx: Context,
  scope: Scope,
  { reviewId, itemId, left }: z.infer<typeof reviewGoToInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertOpen(review);
    if (review.chairId !== scope.userId) {
      throw notAllowed(
        'Somebody else drives this review now. Take the chair to go on, or browse on your own.',
      );
    }
    const items = [itemId, ...(left ? [left.itemId] : [])];
    const found = await tx.reviewItem.findMany({
      where: { reviewId, id: { in: items } },
      select: { id: true },
    });
    if (found.length < new Set(items).size) throw notFound('item');
    // No version: neither is anything that anybody types.
    await tx.review.update({
      where: { id: reviewId },
      data: { currentItemId: itemId },
      select: { id: true },
    });
    if (left && left.seconds > 0) {
      await tx.reviewItem.update({
        where: { id: left.itemId },
        data: { secondsSpent: { increment: left.seconds } },
        select: { id: true },
      });
    }
    await liveReview(tx, scope, review);
    return { id: review.id, version: review.version };
  });
}
