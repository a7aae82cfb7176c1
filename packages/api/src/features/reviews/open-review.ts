import type { reviewOpenInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx, translateDatabaseError } from '@gt/db';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { agendaOfReview } from './agenda-of-review.ts';
import { itemsAsGiven, newItem } from './agenda-rows.ts';
import { expectedAttendees } from './attendees.ts';
import {
  assertFresh,
  assertPrepared,
  assertRuns,
  lockReview,
  type ReviewForWrite,
  writeReview,
} from './review-access.ts';
import { seatChair } from './seat-chair.ts';

/**
 * Opens a review with whoever opens it in the chair: the agenda is made afresh as things stand, with what was added by
 * hand or parked last time, and each item remembers how its action stood in the last snapshot. The meeting is held on
 * the day on which it is opened. Throws RULE while another of the same scope is open, CONFLICT.
 */
export async function openReview(
  ctx: Context,
  scope: Scope,
  input: z.infer<typeof reviewOpenInput>,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, input.reviewId, 'ALONE');
    assertRuns(scope, review);
    assertPrepared(review);
    await assertFresh(tx, review, input.version);
    await assertNoneOpen(tx, review);
    const agenda = await makeAgenda(tx, scope, review);
    await bringAttendanceUpToDate(tx, scope, review);
    const movedFrom = review.heldOn === scope.today ? {} : { movedFrom: null };
    const opened = { heldOn: fromIsoDate(scope.today), ...movedFrom };
    const written = await writeReview(tx, review, {
      ...opened,
      state: 'OPEN',
      chairId: scope.userId,
      currentItemId: agenda.firstId,
      openedAt: scope.now,
      openedById: scope.userId,
    }).catch(alreadyOpen);
    await recordAudit(tx, scope, {
      action: 'review.open',
      entityType: 'REVIEW',
      entityId: review.id,
      planId: review.planId,
      before: { state: review.state, heldOn: review.heldOn },
      after: { state: 'OPEN', heldOn: scope.today, chairId: scope.userId, items: agenda.count },
    });
    return written;
  });
}

async function assertNoneOpen(tx: Tx, review: ReviewForWrite): Promise<void> {
  const { planId, meeting, recommendationId, teamId } = review;
  const open = await tx.review.findFirst({
    where: { planId, meeting, recommendationId, teamId, state: 'OPEN' },
    select: { number: true },
  });
  if (open) throw openElsewhere(open.number);
}

function openElsewhere(number: number | null): DomainError {
  const which = number === null ? 'Another review' : `Review ${number}`;
  return new DomainError(
    'RULE',
    `${which} of the same is open already. Join it, or freeze it before you open this one.`,
  );
}

/** Two of the same scope opened at the same moment: the second finds the index in its way. */
function alreadyOpen(error: unknown): never {
  if (translateDatabaseError(error)?.kind === 'unique') throw openElsewhere(null);
  throw error;
}

async function makeAgenda(
  tx: Tx,
  scope: Scope,
  review: ReviewForWrite,
): Promise<{ count: number; firstId: string | null }> {
  const { entries, beforeOf } = await agendaOfReview(tx, scope, review);
  await tx.reviewItem.deleteMany({ where: { reviewId: review.id } });
  const items = entries.map((entry, index) => newItem(entry, index + 1, beforeOf(entry.actionId)));
  // In one statement, as there may be thousands.
  await tx.$executeRaw`
    INSERT INTO "review_item" ("id", "reviewId", "actionId", "decisionId", "section", "sections", "position", "before")
    SELECT v."id", ${review.id}, v."actionId", v."decisionId", v."section"::"AgendaSection",
      v."sections"::"AgendaSection"[], v."position", v."before"
    FROM ${itemsAsGiven(items)} v`;
  return { count: items.length, firstId: items[0]?.id ?? null };
}

/**
 * Members may have come and gone since the review was prepared: whoever left is no longer expected, and whoever opens
 * it is there and in the chair.
 */
async function bringAttendanceUpToDate(tx: Tx, scope: Scope, review: ReviewForWrite): Promise<void> {
  const { id: reviewId } = review;
  await tx.$executeRaw`
    DELETE FROM "review_attendance" t USING "user" u
    WHERE t."reviewId" = ${reviewId} AND t."attendance" = 'EXPECTED'
      AND u."id" = t."userId" AND u."deactivatedAt" IS NOT NULL`;
  const opener = { userId: scope.userId, name: scope.userName };
  const expected = [...(await expectedAttendees(tx, review)), opener];
  await tx.reviewAttendance.createMany({
    data: expected.map(({ userId, name }) => ({
      id: newId(),
      reviewId,
      userId,
      name,
      attendance: 'EXPECTED' as const,
    })),
    skipDuplicates: true,
  });
  await seatChair(tx, reviewId, scope.userId);
  await tx.reviewAttendance.updateMany({
    where: { reviewId, userId: scope.userId },
    data: { attendance: 'PRESENT' },
  });
}
