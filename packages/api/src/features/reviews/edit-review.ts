import type { ReviewEditInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { assertComing } from './assert-coming.ts';
import { assertFresh, assertPrepared, assertRuns, lockReview, writeReview } from './review-access.ts';

/** Puts a prepared review on another day or time. Throws RULE for one that is open or over, CONFLICT, INVALID. */
export async function editReview(
  ctx: Context,
  scope: Scope,
  input: ReviewEditInput,
): Promise<{ id: string; version: number }> {
  const { reviewId, version, ...facts } = input;
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertRuns(scope, review);
    assertPrepared(review);
    await assertFresh(tx, review, version);
    const { id, heldOn, startTime, minutesPlanned } = review;
    const changes = changedFields({ heldOn, startTime, minutesPlanned }, facts);
    if (Object.keys(changes.after).length === 0) return { id, version };
    if (facts.heldOn !== heldOn) assertComing(scope, facts.heldOn);
    const written = await writeReview(tx, review, {
      ...facts,
      heldOn: fromIsoDate(facts.heldOn),
      // Somebody chose this day: no bank holiday moved it.
      ...(facts.heldOn === heldOn ? {} : { movedFrom: null }),
    });
    await recordAudit(tx, scope, {
      action: 'review.edit',
      entityType: 'REVIEW',
      entityId: id,
      planId: review.planId,
      ...changes,
    });
    return written;
  });
}
