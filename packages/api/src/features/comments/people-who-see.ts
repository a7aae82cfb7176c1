import type { Mentionable } from '@gt/contracts/schemas';
import { ROLES, type Role } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import type { Scope } from '../../core/scope.ts';

/** Roles that read every action, and roles that read only their own. */
const SEE_ALL: Role[] = ROLES.filter((role) => seesWholePlan([role]));
const SEE_OWN: Role[] = ROLES.filter((role) => holds([role], 'action.read') && !seesWholePlan([role]));

/** Whoever stands on the action itself: owner, holders of its posts, writers of its updates and comments. */
const isOnAction = (today: string): Sql => sql`(u."id" = a."ownerUserId"
  OR EXISTS (SELECT 1 FROM "post_holding" h WHERE h."userId" = u."id"
    AND h."postId" IN (a."ownerPostId", a."leadPostId")
    AND h."fromDate" <= ${today}::date AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date))
  OR EXISTS (SELECT 1 FROM "progress_update" pu WHERE pu."actionId" = a."id" AND pu."authorId" = u."id")
  OR EXISTS (SELECT 1 FROM "action_comment" c WHERE c."actionId" = a."id" AND c."authorId" = u."id"
    AND c."deletedAt" IS NULL))`;

/** Equals `canOnAction(person, 'action.read', action)` for the person `u` and the action `a`. */
const maySee = (today: string): Sql => sql`(
  EXISTS (SELECT 1 FROM "role_grant" g WHERE g."userId" = u."id" AND g."role" = ANY(${SEE_ALL}::"Role"[]))
  OR (EXISTS (SELECT 1 FROM "role_grant" g WHERE g."userId" = u."id" AND g."role" = ANY(${SEE_OWN}::"Role"[]))
    AND (u."id" = a."ownerUserId"
      OR EXISTS (SELECT 1 FROM "post_holding" h WHERE h."userId" = u."id" AND h."postId" = a."ownerPostId"
        AND h."fromDate" <= ${today}::date AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date))
      OR EXISTS (SELECT 1 FROM "team_membership" m WHERE m."userId" = u."id"
        AND (m."teamId" IN (a."teamId", a."partnerTeamId") OR EXISTS (SELECT 1 FROM "supporting_team" st
          WHERE st."actionId" = a."id" AND st."teamId" = m."teamId"))))))`;

/**
 * People who may see an action, and whom this person may know of: everybody for those who read the plan; for a partner
 * their own agency and those who stand on the action. By name, at most `limit`.
 */
export async function peopleWhoSee(
  db: Db | Tx,
  scope: Scope,
  actionId: string,
  which: { q?: string; ids?: readonly string[]; limit: number },
): Promise<Mentionable[]> {
  const { today } = scope;
  const known = seesWholePlan(scope.roles)
    ? sql`true`
    : sql`(${isOnAction(today)} OR EXISTS (SELECT 1 FROM "team_membership" m
        WHERE m."userId" = u."id" AND m."teamId" = ANY(${[...scope.teamIds]}::text[])))`;
  const words = (which.q ?? '').trim().replace(/[\\%_]/g, '\\$&');
  return db.$queryRaw<Mentionable[]>`
    SELECT u."id", u."name", COALESCE(
      (SELECT p."title" FROM "post_holding" h JOIN "post" p ON p."id" = h."postId" WHERE h."userId" = u."id"
        AND h."fromDate" <= ${today}::date AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date)
        ORDER BY h."fromDate" DESC, h."id" LIMIT 1),
      (SELECT t."name" FROM "team_membership" m JOIN "team" t ON t."id" = m."teamId" WHERE m."userId" = u."id"
        ORDER BY t."name" LIMIT 1),
      '') AS "hint"
    FROM "user" u JOIN "action" a ON a."id" = ${actionId}
    WHERE u."deactivatedAt" IS NULL AND ${maySee(today)} AND ${known}
      ${which.ids ? sql`AND u."id" = ANY(${[...which.ids]}::text[])` : emptySql}
      ${words === '' ? emptySql : sql`AND u."name" ILIKE ${`%${words}%`}`}
    ORDER BY (u."name" ILIKE ${`${words}%`}) DESC, u."name", u."id" LIMIT ${which.limit}`;
}
