import type { decisionEditInput, ReviewDecisionOut } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { z } from 'zod';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { assertOwnerPost, tellOwner } from './decision-owner.ts';
import { lockDecision, staleDecision } from './lock-decision.ts';
import { decisionWritten } from './make-decision.ts';
import { assertWrites, frozenWords } from './review-access.ts';

/**
 * Words a decision anew, or gives it to another post or day, as long as its review is open. Throws RULE after that:
 * what was decided stays, and a later decision takes its place. CONFLICT, INVALID, NOT_FOUND.
 */
export async function editDecision(
  ctx: Context,
  scope: Scope,
  { decisionId, version, ...facts }: z.infer<typeof decisionEditInput>,
): Promise<ReviewDecisionOut> {
  return inTransaction(ctx.db, async (tx) => {
    const { decision, review } = await lockDecision(tx, scope, decisionId);
    assertWrites(scope, review);
    if (review.state === 'FROZEN') {
      throw new DomainError(
        'RULE',
        `This was decided in a review that was ${frozenWords(review)}, and stays as it was. Settle it, and decide anew.`,
      );
    }
    if (decision.version !== version) throw await staleDecision(tx, decision);
    await assertOwnerPost(tx, facts.ownerPostId);
    const { text, ownerPostId, dueDate } = decision;
    const changes = changedFields({ text, ownerPostId, dueDate }, facts);
    if (Object.keys(changes.after).length === 0) return decisionWritten(tx, scope, decisionId);
    await tx.reviewDecision.update({
      where: { id: decisionId },
      data: { ...facts, dueDate: fromIsoDateOrNull(facts.dueDate), version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'review.editDecision',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      before: { decisionId, ...changes.before },
      after: { decisionId, ...changes.after },
    });
    if (facts.ownerPostId !== ownerPostId) await tellOwner(tx, scope, { ...decision, ...facts });
    return decisionWritten(tx, scope, decisionId);
  });
}
