import type { IsoDate } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';

/**
 * Who is asked for word of which action, as pairs ("actionId", "userId") of live actions: its owner, whoever holds its
 * owner post today, and the people of its partner agency; where none of them is there, the managers of its team.
 * Whether an account is open is the caller's to ask. `of` narrows it, so that neither all people nor all plans are read.
 */
export function askedOf(
  today: IsoDate,
  of: { userIds: readonly string[] } | { planId: string } | { actionIds: readonly string[] },
): Sql {
  const among = (userId: Sql): Sql => {
    if ('userIds' in of) return sql`${userId} = ANY(${[...of.userIds]}::text[]) AND a."deletedAt" IS NULL`;
    if ('planId' in of) return sql`a."planId" = ${of.planId} AND a."deletedAt" IS NULL`;
    return sql`a."id" = ANY(${[...of.actionIds]}::text[]) AND a."deletedAt" IS NULL`;
  };
  const isHeld = sql`h."fromDate" <= ${today}::date AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date)`;
  return sql`
    SELECT a."id" AS "actionId", a."ownerUserId" AS "userId" FROM "action" a
      WHERE a."ownerUserId" IS NOT NULL AND ${among(sql`a."ownerUserId"`)}
    UNION SELECT a."id", h."userId" FROM "post_holding" h JOIN "action" a ON a."ownerPostId" = h."postId"
      WHERE ${isHeld} AND ${among(sql`h."userId"`)}
    UNION SELECT a."id", m."userId" FROM "team_membership" m
      JOIN "role_grant" g ON g."userId" = m."userId" AND g."role" = 'PARTNER'
      JOIN "action" a ON a."partnerTeamId" = m."teamId"
      WHERE ${among(sql`m."userId"`)}
    UNION SELECT a."id", m."userId" FROM "team_membership" m
      JOIN "role_grant" g ON g."userId" = m."userId" AND g."role" = 'MANAGER'
      JOIN "action" a ON a."teamId" = m."teamId"
      WHERE ${among(sql`m."userId"`)} AND a."partnerTeamId" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "user" ou WHERE ou."id" = a."ownerUserId" AND ou."deactivatedAt" IS NULL)
        AND NOT EXISTS (SELECT 1 FROM "post_holding" h JOIN "user" hu ON hu."id" = h."userId"
          WHERE h."postId" = a."ownerPostId" AND hu."deactivatedAt" IS NULL AND ${isHeld})`;
}
