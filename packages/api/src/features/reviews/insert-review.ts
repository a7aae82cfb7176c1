import type { IsoDate, MeetingKind } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { expectedAttendees } from './attendees.ts';

/** Who prepares: a person, or the product itself by the plan's rhythm, which is nobody. */
export type Preparer = Pick<Scope, 'userName' | 'now' | 'requestId'> & { userId: string | null };

export type ReviewToInsert = {
  /** The caller's own, when it has promised it to somebody. */
  id?: string;
  planId: string;
  meeting: MeetingKind;
  recommendationId: string | null;
  teamId: string | null;
  heldOn: IsoDate;
  movedFrom: IsoDate | null;
  plannedFor: IsoDate | null;
  startTime: string;
};

/**
 * Prepares a meeting, with those expected at it and what was parked last time; they are told. The plan's row stays
 * locked until the transaction ends, so that nobody prepares the same one. Throws NOT_FOUND.
 */
export async function insertReview(
  tx: Tx,
  who: Preparer,
  of: ReviewToInsert,
): Promise<{ id: string; version: number }> {
  const { id = newId(), planId, meeting, recommendationId, teamId } = of;
  const plan = await takeReviewNumber(tx, planId);
  const carriedFromId = await lastFrozen(tx, of);
  await tx.review.create({
    data: {
      id,
      planId,
      number: plan.number,
      meeting,
      recommendationId,
      teamId,
      heldOn: fromIsoDate(of.heldOn),
      movedFrom: fromIsoDateOrNull(of.movedFrom),
      plannedFor: fromIsoDateOrNull(of.plannedFor),
      startTime: of.startTime,
      minutesPlanned: plan.reviewMinutes,
      carriedFromId,
      createdById: who.userId,
      createdAt: who.now,
    },
    select: { id: true },
  });
  const attendees = await expectedAttendees(tx, of);
  await tx.reviewAttendance.createMany({
    data: attendees.map(({ userId, name, isChair }) => ({
      id: newId(),
      reviewId: id,
      userId,
      name,
      isChair,
      attendance: 'EXPECTED' as const,
    })),
  });
  const parked = carriedFromId === null ? 0 : await carryParked(tx, carriedFromId, id);
  await recordAudit(tx, who, {
    action: 'review.prepare',
    entityType: 'REVIEW',
    entityId: id,
    planId,
    after: {
      number: plan.number,
      meeting,
      recommendationId,
      teamId,
      heldOn: of.heldOn,
      startTime: of.startTime,
      expected: attendees.length,
      parked,
    },
  });
  await tell(
    tx,
    { ...who, userId: who.userId ?? '' },
    {
      kind: 'REVIEW_READY',
      planId,
      actionId: null,
      sourceId: id,
      userIds: attendees.flatMap(({ userId, mayRead }) => (mayRead ? userId : [])),
    },
  );
  return { id, version: 1 };
}

async function takeReviewNumber(tx: Tx, planId: string): Promise<{ number: number; reviewMinutes: number }> {
  const [row] = await tx.$queryRaw<{ number: number; reviewMinutes: number }[]>`
    UPDATE "plan" SET "nextReviewNumber" = "nextReviewNumber" + 1
    WHERE "id" = ${planId} AND "deletedAt" IS NULL
    RETURNING "nextReviewNumber" - 1 AS "number", "reviewMinutes"`;
  if (!row) throw notFound('plan');
  return row;
}

async function lastFrozen(tx: Tx, of: ReviewToInsert): Promise<string | null> {
  const { planId, meeting, recommendationId, teamId } = of;
  const last = await tx.review.findFirst({
    where: { planId, meeting, recommendationId, teamId, state: 'FROZEN' },
    orderBy: { frozenAt: 'desc' },
    select: { id: true },
  });
  return last?.id ?? null;
}

/**
 * What was parked comes up again, once; everything else of the agenda is worked out when the review is opened. Answers
 * how many items that were.
 */
export function carryParked(tx: Tx, fromId: string, toId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "review_item" ("id", "reviewId", "actionId", "section", "sections", "position")
    SELECT gen_random_uuid()::text, ${toId}, i."actionId", 'ADDED', '{ADDED}', row_number() OVER (ORDER BY i."position")
    FROM "review_item" i JOIN "action" a ON a."id" = i."actionId" AND a."deletedAt" IS NULL
    WHERE i."reviewId" = ${fromId} AND i."state" = 'PARKED'
    ON CONFLICT DO NOTHING`;
}
