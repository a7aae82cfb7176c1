import type { MeetingKind, Role } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';

/** Somebody who is expected at a meeting. */
export type Attendee = { userId: string; name: string; isChair: boolean; mayRead: boolean };

type Of = { planId: string; meeting: MeetingKind; teamId: string | null };

/**
 * Who is expected at a meeting, by name: the members of the plan's review or board; of a team's review its people.
 * Those who have left are not.
 */
export async function expectedAttendees(tx: Tx, { planId, meeting, teamId }: Of): Promise<Attendee[]> {
  const rows = await tx.$queryRaw<{ userId: string; name: string; isChair: boolean; roles: Role[] }[]>`
    SELECT u."id" AS "userId", u."name", m."isChair",
      ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles"
    FROM (
      SELECT "userId", "isChair" FROM "plan_member"
        WHERE ${teamId}::text IS NULL AND "planId" = ${planId} AND "meeting" = ${meeting}::"MeetingKind"
      UNION SELECT "userId", false FROM "team_membership" WHERE "teamId" = ${teamId}
    ) m JOIN "user" u ON u."id" = m."userId"
    WHERE u."deactivatedAt" IS NULL
    ORDER BY u."name", u."id"`;
  return rows.map(({ roles, ...row }) => ({ ...row, mayRead: holds(roles, 'review.read') }));
}

/** Everybody with an account on the list of a review who may read it: whom it is told. */
export async function readersOf(tx: Tx, reviewId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string; roles: Role[] }[]>`
    SELECT t."userId", ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles"
    FROM "review_attendance" t JOIN "user" u ON u."id" = t."userId"
    WHERE t."reviewId" = ${reviewId} AND u."deactivatedAt" IS NULL`;
  return rows.flatMap(({ userId, roles }) => (holds(roles, 'review.read') ? userId : []));
}
