import type { reviewSummaryInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import {
  assertFresh,
  assertOpen,
  assertWrites,
  liveReview,
  lockReview,
  writeReview,
} from './review-access.ts';

/**
 * Keeps the chair's closing words as they are typed. As with notes, the history has them once, when the review is
 * frozen. Throws CONFLICT with the words as they are now, RULE, NOT_ALLOWED, NOT_FOUND.
 */
export async function saveSummary(
  ctx: Context,
  scope: Scope,
  { reviewId, version, summary }: z.infer<typeof reviewSummaryInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertWrites(scope, review);
    assertOpen(review);
    await assertFresh(tx, review, version);
    const written = await writeReview(tx, review, { summary });
    await liveReview(tx, scope, review);
    return written;
  });
}
