import type { IsoDate, Role } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import type { Actor } from '@gt/domain/authz';

/** Roles, teams, and the posts held on a day, of the person with this id: three columns. */
export function rightsOf(userId: Sql, today: IsoDate): Sql {
  return sql`
    ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = ${userId}) AS "roles",
    ARRAY(SELECT m."teamId" FROM "team_membership" m WHERE m."userId" = ${userId}) AS "teamIds",
    ARRAY(SELECT h."postId" FROM "post_holding" h WHERE h."userId" = ${userId} AND h."fromDate" <= ${today}::date
      AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date)) AS "postIds"`;
}

export type ActorNow = Actor & { roles: Role[]; userName: string };

/** People with the rights that they have today, by id. Whoever's account is closed has none and is left out. */
export async function loadActors(
  db: Db | Tx,
  userIds: readonly string[],
  today: IsoDate,
): Promise<Map<string, ActorNow>> {
  const rows = await db.$queryRaw<ActorNow[]>`
    SELECT u."id" AS "userId", u."name" AS "userName", ${rightsOf(sql`u."id"`, today)}
    FROM "user" u WHERE u."id" = ANY(${[...userIds]}::text[]) AND u."deactivatedAt" IS NULL`;
  return new Map(rows.map((row) => [row.userId, row]));
}
