import type { reviewRemoveItemInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleItem } from './item-written.ts';
import { assertOpen, assertWrites, lockReviewOfItem } from './review-access.ts';

/**
 * Takes an item off the agenda, as long as nothing was said of it: the minutes leave out nothing that was. Throws RULE,
 * CONFLICT, NOT_FOUND.
 */
export async function removeItem(
  ctx: Context,
  scope: Scope,
  { itemId, version }: z.infer<typeof reviewRemoveItemInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReviewOfItem(tx, scope, itemId, 'ALONE');
    assertWrites(scope, review);
    if (review.state !== 'PREPARED') assertOpen(review);
    const item = await tx.reviewItem.findUnique({
      where: { id: itemId },
      select: { actionId: true, decisionId: true, note: true, state: true, version: true },
    });
    if (!item) throw notFound('item');
    if (item.version !== version) throw await staleItem(tx, scope, itemId);
    if (item.note !== '' || item.state !== 'WAITING') {
      throw new DomainError(
        'RULE',
        'Something was said of this item, so it stays on the agenda and in the minutes.',
      );
    }
    if (item.decisionId !== null) {
      throw new DomainError('RULE', 'A decision stays on the agenda until it is done or no longer needed.');
    }
    await tx.reviewItem.delete({ where: { id: itemId }, select: { id: true } });
    if (review.currentItemId === itemId) {
      await tx.review.update({
        where: { id: review.id },
        data: { currentItemId: null },
        select: { id: true },
      });
    }
    await recordAudit(tx, scope, {
      action: 'review.removeItem',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      before: { itemId, actionId: item.actionId },
    });
    return { id: review.id, version: review.version };
  });
}
