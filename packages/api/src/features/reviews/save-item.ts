import type { ReviewItemWritten, ReviewSaveItemInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { itemWritten, staleItem } from './item-written.ts';
import { assertOpen, assertWrites, liveReview, lockReviewOfItem } from './review-access.ts';
import { writeItem } from './write-item.ts';

/**
 * Keeps the note of an item as it is typed, twice a second at most. So that the history is not flooded with half
 * sentences it stands there once, when the item is recorded or the review is frozen; open pages hear of it at once.
 * Throws CONFLICT with the note as it is now, RULE for a review that is over, NOT_ALLOWED, NOT_FOUND.
 */
export async function saveItem(
  ctx: Context,
  scope: Scope,
  { itemId, version, note, state }: ReviewSaveItemInput,
): Promise<ReviewItemWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReviewOfItem(tx, scope, itemId, 'BESIDE');
    assertWrites(scope, review);
    assertOpen(review);
    const isWritten = await writeItem(tx, scope, { itemId, version, note, state });
    if (!isWritten) throw await staleItem(tx, scope, itemId);
    await liveReview(tx, scope, review);
    return itemWritten(tx, scope, itemId);
  });
}
