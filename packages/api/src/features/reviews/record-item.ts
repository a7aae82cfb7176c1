import type { ReviewItemWritten, ReviewRecordInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { reasonInNote } from '@gt/domain/review';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { declareRagIn } from '../actions/declare-rag.ts';
import { itemWritten, staleItem } from './item-written.ts';
import { assertOpen, assertWrites, lockReviewOfItem } from './review-access.ts';
import { writeItem } from './write-item.ts';

/**
 * One key's worth of meeting: the note, what became of the item and, with a colour, the rating of its action; all of
 * it or nothing. A colour that needs a reason and is given none takes the note for it. Throws CONFLICT with the note or
 * the action as it is now, INVALID for a reason that is missing, RULE, NOT_ALLOWED, NOT_FOUND.
 */
export async function recordItem(
  ctx: Context,
  scope: Scope,
  input: ReviewRecordInput,
): Promise<ReviewItemWritten> {
  const { itemId, version, note, state, seconds } = input;
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReviewOfItem(tx, scope, itemId, 'BESIDE');
    assertWrites(scope, review);
    assertOpen(review);
    const before = await tx.reviewItem.findUnique({
      where: { id: itemId },
      select: { actionId: true, decisionId: true, note: true, state: true },
    });
    if (!before) throw notFound('item');
    if (!(await writeItem(tx, scope, { itemId, version, note, state, seconds }))) {
      throw await staleItem(tx, scope, itemId);
    }
    const action = await rate(tx, scope, before.actionId, input);
    await recordAudit(tx, scope, {
      action: 'review.record',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      before: { note: before.note, state: before.state },
      after: { itemId, actionId: before.actionId, decisionId: before.decisionId, note, state },
    });
    return itemWritten(tx, scope, itemId, action);
  });
}

async function rate(
  tx: Tx,
  scope: Scope,
  actionId: string | null,
  { note, rating }: ReviewRecordInput,
): Promise<ReviewItemWritten['action']> {
  if (rating === null) return null;
  if (actionId === null) {
    throw new DomainError('RULE', 'A decision has no rating. Rate the action that it is about.');
  }
  const { id, version } = await declareRagIn(tx, scope, {
    actionId,
    version: rating.actionVersion,
    declaredRag: rating.rag,
    mismatchReason: rating.mismatchReason,
    ragReason: (previous) => reasonInNote({ rag: rating.rag, ragReason: rating.ragReason, note, previous }),
  });
  return { id, version };
}
