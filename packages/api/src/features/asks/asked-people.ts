import { type Sql, sql, type Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';

/** Who hears of what is asked of a post: whoever holds it today; while it is vacant, the managers of its team. */
export async function askedPeople(tx: Tx, scope: Pick<Scope, 'today'>, postId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`${askedPeopleSql(sql`${postId}`, scope.today)}`;
  return rows.map(({ userId }) => userId);
}

/** The statement: people with an open account, as a column "userId". */
export function askedPeopleSql(postId: Sql, today: string): Sql {
  const holders = sql`SELECT h."userId" FROM "post_holding" h
    JOIN "user" hu ON hu."id" = h."userId" AND hu."deactivatedAt" IS NULL
    WHERE h."postId" = ${postId} AND h."fromDate" <= ${today}::date AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date)`;
  return sql`${holders} UNION SELECT m."userId" FROM "team_membership" m
    JOIN "role_grant" g ON g."userId" = m."userId" AND g."role" IN ('MANAGER', 'PARTNER')
    JOIN "user" mu ON mu."id" = m."userId" AND mu."deactivatedAt" IS NULL
    WHERE m."teamId" = (SELECT tp."teamId" FROM "post" tp WHERE tp."id" = ${postId}) AND NOT EXISTS (${holders})`;
}
