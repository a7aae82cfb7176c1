import type { reviewChairInput } from '@gt/contracts/schemas';
import type { Role } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { canChairReview, canWriteInReview } from '@gt/domain/authz';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { assertMayChair, assertOpen, lockReview, type ReviewForWrite, writeReview } from './review-access.ts';
import { seatChair } from './seat-chair.ts';

/**
 * Hands the chair over, or takes it: anybody who may chair takes it for themselves in one call, so that a meeting goes
 * on when the chair's computer does not. Only the chair, or whoever may run the review, gives it to somebody else, who
 * reads of it in their inbox.
 * Throws NOT_ALLOWED, RULE, INVALID for somebody who may not chair.
 */
export async function setChair(
  ctx: Context,
  scope: Scope,
  { reviewId, userId }: z.infer<typeof reviewChairInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertMayChair(scope, review);
    assertOpen(review);
    if (review.chairId === userId) return { id: review.id, version: review.version };
    if (userId !== scope.userId) await assertMayGive(tx, scope, review, userId);
    const written = await writeReview(tx, review, { chairId: userId });
    await seatChair(tx, reviewId, userId);
    await recordAudit(tx, scope, {
      action: 'review.setChair',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      before: { chairId: review.chairId },
      after: { chairId: userId },
    });
    await tell(tx, scope, {
      kind: 'MADE_CHAIR',
      planId: review.planId,
      actionId: null,
      // Handed back and forth, each time is told.
      sourceId: `${review.id}:${written.version}`,
      userIds: [userId],
    });
    return written;
  });
}

async function assertMayGive(tx: Tx, scope: Scope, review: ReviewForWrite, userId: string): Promise<void> {
  if (!canWriteInReview(scope, review).ok) {
    throw notAllowed('Only whoever has the chair hands it over. Take it yourself first.');
  }
  const [person] = await tx.$queryRaw<{ name: string; roles: Role[]; teamIds: string[] }[]>`
    SELECT u."name", ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles",
      ARRAY(SELECT m."teamId" FROM "team_membership" m WHERE m."userId" = u."id") AS "teamIds"
    FROM "user" u WHERE u."id" = ${userId} AND u."deactivatedAt" IS NULL`;
  if (!person) {
    throw new DomainError('RULE', 'This account is deactivated or not there any more. Choose somebody else.');
  }
  const may = canChairReview({ userId, roles: person.roles, teamIds: person.teamIds, postIds: [] }, review);
  if (may.ok) return;
  const message = review.attendeeIds.includes(userId)
    ? `${person.name} cannot chair. A chair is a programme lead, a manager or a viewer.`
    : `${person.name} is not on the attendance list. Add them to it first, then hand the chair over.`;
  throw invalid([{ field: 'userId', message }]);
}
