import type { reviewReorderInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { assertFresh, assertOpen, assertWrites, lockReview, writeReview } from './review-access.ts';

/** Puts the whole agenda into the order that the chair wants. Throws INVALID unless it names every item once, CONFLICT. */
export async function reorderAgenda(
  ctx: Context,
  scope: Scope,
  { reviewId, version, itemIds }: z.infer<typeof reviewReorderInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertWrites(scope, review);
    assertOpen(review);
    await assertFresh(tx, review, version);
    const items = await tx.reviewItem.findMany({ where: { reviewId }, select: { id: true } });
    const asked = new Set(itemIds);
    if (
      asked.size !== itemIds.length ||
      items.length !== asked.size ||
      items.some(({ id }) => !asked.has(id))
    ) {
      const message = 'The agenda has changed since you looked. Reload it, then put it in order again.';
      throw invalid([{ field: 'itemIds', message }]);
    }
    await tx.$executeRaw`
      UPDATE "review_item" i SET "position" = o."place"
      FROM unnest(${itemIds}::text[]) WITH ORDINALITY AS o("id", "place")
      WHERE i."id" = o."id" AND i."position" <> o."place"`;
    const written = await writeReview(tx, review, {});
    await recordAudit(tx, scope, {
      action: 'review.reorder',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      after: { items: itemIds.length },
    });
    return written;
  });
}
