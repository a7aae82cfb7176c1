import type { DecisionSettleInput, ReviewDecisionOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type DecisionForWrite, lockDecision, staleDecision } from './lock-decision.ts';
import { decisionWritten } from './make-decision.ts';
import { assertOpen, assertWrites, lockReview, type ReviewForWrite } from './review-access.ts';

/**
 * Says that a decision is done or no longer needed, or open again: in a review that is open now, whose item is done
 * with it, or between reviews by whoever may run the review that made it. Throws INVALID for one that is dropped
 * without a word, CONFLICT, RULE, NOT_ALLOWED, NOT_FOUND.
 */
export async function settleDecision(
  ctx: Context,
  scope: Scope,
  input: DecisionSettleInput,
): Promise<ReviewDecisionOut> {
  const { decisionId, version, state, note } = input;
  return inTransaction(ctx.db, async (tx) => {
    const { decision, review } = await lockDecision(tx, scope, decisionId);
    const within = await settlingReview(tx, scope, input, review);
    assertWrites(scope, within ?? review);
    if (within) assertOpen(within);
    if (decision.version !== version) throw await staleDecision(tx, decision);
    if (state === 'DROPPED' && note === '') {
      throw invalid([{ field: 'note', message: 'Say why this is no longer needed.' }]);
    }
    if (decision.state === state && decision.settledNote === note)
      return decisionWritten(tx, scope, decisionId);
    await write(tx, scope, decision, input);
    if (within) await settleItem(tx, scope, within.id, decisionId, state);
    await recordAudit(tx, scope, {
      action: 'review.settleDecision',
      entityType: 'REVIEW',
      entityId: (within ?? review).id,
      planId: review.planId,
      before: { decisionId, state: decision.state, settledNote: decision.settledNote },
      after: { decisionId, state, settledNote: note },
    });
    return decisionWritten(tx, scope, decisionId);
  });
}

/** The review in which it is settled: of the same plan; null between reviews. */
async function settlingReview(
  tx: Tx,
  scope: Scope,
  { reviewId }: DecisionSettleInput,
  madeIn: ReviewForWrite,
): Promise<ReviewForWrite | null> {
  if (reviewId === null) return null;
  if (reviewId === madeIn.id) return madeIn;
  const review = await lockReview(tx, scope, reviewId, 'BESIDE');
  if (review.planId === madeIn.planId) return review;
  throw invalid([{ field: 'reviewId', message: 'This decision belongs to another plan.' }]);
}

async function write(
  tx: Tx,
  scope: Scope,
  { id }: DecisionForWrite,
  { state, note, reviewId }: DecisionSettleInput,
): Promise<void> {
  const isOpen = state === 'OPEN';
  await tx.reviewDecision.update({
    where: { id },
    data: {
      state,
      settledNote: note,
      settledInId: isOpen ? null : reviewId,
      settledAt: isOpen ? null : scope.now,
      settledById: isOpen ? null : scope.userId,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

/** The item of a decision that was carried over is done when the decision is. */
async function settleItem(
  tx: Tx,
  scope: Scope,
  reviewId: string,
  decisionId: string,
  state: DecisionSettleInput['state'],
): Promise<void> {
  const isOpen = state === 'OPEN';
  await tx.reviewItem.updateMany({
    where: { reviewId, decisionId },
    data: {
      state: isOpen ? 'WAITING' : 'DONE',
      doneAt: isOpen ? null : scope.now,
      changedById: scope.userId,
      version: { increment: 1 },
    },
  });
}
