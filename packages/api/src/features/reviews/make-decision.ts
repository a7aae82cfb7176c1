import type { DecisionMakeInput, ReviewDecisionOut } from '@gt/contracts/schemas';
import { inTransaction, sql, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { assertOwnerPost, tellOwner } from './decision-owner.ts';
import { assertOpen, assertWrites, lockReview, type ReviewForWrite } from './review-access.ts';
import { loadDecisions } from './review-head.ts';

/**
 * Records what the meeting decided, under the next number of the review; whoever holds the post that carries it out is
 * told. The same intent twice gives the same decision. Throws RULE for a review that is not open, INVALID, NOT_FOUND.
 */
export async function makeDecision(
  ctx: Context,
  scope: Scope,
  input: DecisionMakeInput,
): Promise<ReviewDecisionOut> {
  const { reviewId, idempotencyKey, dueDate, ...facts } = input;
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertWrites(scope, review);
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'review.decide', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return decisionWritten(tx, scope, earlier);
    assertOpen(review);
    await assertActionOf(tx, review, facts.actionId);
    await assertOwnerPost(tx, facts.ownerPostId);
    const { _max } = await tx.reviewDecision.aggregate({ where: { reviewId }, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    await tx.reviewDecision.create({
      data: {
        ...{ id, reviewId, number, ...facts, planId: review.planId },
        dueDate: fromIsoDateOrNull(dueDate),
        createdById: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'review.decide',
      entityType: 'REVIEW',
      entityId: reviewId,
      planId: review.planId,
      after: { decisionId: id, number, ...facts, dueDate },
    });
    await tellOwner(tx, scope, { id, planId: review.planId, ...facts });
    return decisionWritten(tx, scope, id);
  });
}

async function assertActionOf(tx: Tx, { planId }: ReviewForWrite, actionId: string | null): Promise<void> {
  if (actionId === null) return;
  const found = await tx.action.count({ where: { id: actionId, planId, deletedAt: null } });
  if (found === 0) throw notFound('action');
}

/** What a write to a decision answers: the decision as it is now. Throws NOT_FOUND. */
export async function decisionWritten(tx: Tx, scope: Scope, id: string): Promise<ReviewDecisionOut> {
  const [decision] = await loadDecisions(tx, scope, sql`d."id" = ${id}`);
  if (!decision) throw notFound('decision');
  return decision;
}
