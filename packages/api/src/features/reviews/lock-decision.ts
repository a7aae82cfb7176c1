import type { DecisionState, IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { type DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { lockReview, type ReviewForWrite } from './review-access.ts';

export type DecisionForWrite = {
  id: string;
  planId: string;
  reviewId: string;
  number: number;
  actionId: string | null;
  text: string;
  ownerPostId: string | null;
  dueDate: IsoDate | null;
  state: DecisionState;
  settledNote: string;
  version: number;
};

/** A decision with the review that made it, both kept from others until the transaction ends. Throws NOT_FOUND. */
export async function lockDecision(
  tx: Tx,
  scope: Scope,
  decisionId: string,
): Promise<{ decision: DecisionForWrite; review: ReviewForWrite }> {
  if (!holds(scope.roles, 'review.read')) throw notFound('decision');
  const of = await tx.reviewDecision.findUnique({ where: { id: decisionId }, select: { reviewId: true } });
  if (!of) throw notFound('decision');
  const review = await lockReview(tx, scope, of.reviewId, 'ALONE');
  const [decision] = await tx.$queryRaw<DecisionForWrite[]>`
    SELECT d."id", d."planId", d."reviewId", d."number", d."actionId", d."text", d."ownerPostId",
      d."dueDate"::text, d."state"::text, d."settledNote", d."version"
    FROM "review_decision" d WHERE d."id" = ${decisionId} FOR NO KEY UPDATE`;
  if (!decision) throw notFound('decision');
  return { decision, review };
}

/** The refusal of a write that carried an old version of a decision: it as it is now. */
export function staleDecision(tx: Tx, decision: DecisionForWrite): Promise<DomainError> {
  const { text, ownerPostId, dueDate, state, settledNote } = decision;
  const values = { text, ownerPostId, dueDate, state, settledNote };
  return staleWrite(tx, 'REVIEW', decision.reviewId, decision.version, values);
}
