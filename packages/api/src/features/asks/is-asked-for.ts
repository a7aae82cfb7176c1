import { type Sql, sql } from '@gt/db';

/**
 * Whether evidence is asked for of the action over `a` and was not brought yet. What is asked of a recommendation as a
 * whole is looked at with the first of its open actions, one of the same post before any other.
 */
export function isAskedFor(planId: string): Sql {
  return sql`a."id" IN (SELECT coalesce(k."actionId", (SELECT b."id" FROM "action" b
      WHERE b."recommendationId" = k."recommendationId" AND b."deletedAt" IS NULL
        AND b."status" NOT IN ('CLOSED', 'CANCELLED')
      ORDER BY (b."ownerPostId" IS NOT DISTINCT FROM k."postId") DESC, b."number" LIMIT 1))
    FROM "evidence_ask" k WHERE k."planId" = ${planId} AND k."state" = 'OPEN')`;
}
