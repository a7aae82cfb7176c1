import type { reviewCancelInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { assertFresh, assertPrepared, assertRuns, lockReview, writeReview } from './review-access.ts';

/** Calls a prepared review off, with the reason. What was carried to it is carried to the next. Throws RULE, CONFLICT. */
export async function cancelReview(
  ctx: Context,
  scope: Scope,
  input: z.infer<typeof reviewCancelInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, input.reviewId, 'ALONE');
    assertRuns(scope, review);
    assertPrepared(review);
    await assertFresh(tx, review, input.version);
    const written = await writeReview(tx, review, { state: 'CANCELLED', cancelledReason: input.reason });
    await recordAudit(tx, scope, {
      action: 'review.cancel',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      before: { state: review.state },
      after: { state: 'CANCELLED', cancelledReason: input.reason },
    });
    return written;
  });
}
