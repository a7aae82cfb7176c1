import type { ActionFiltersOut } from '@gt/contracts/schemas';
import type { TeamKind } from '@gt/contracts/words';
import { type Db, emptySql, sql } from '@gt/db';
import { holds, PERMISSION_ROLES, seesWholePlan } from '@gt/domain/authz';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from './action-sql.ts';

/**
 * What filters and pickers offer, in five statements: those who assign get every team, post and person that can be
 * given work; others get what occurs on the actions they may see. Archived and deactivated ones only where they
 * still occur.
 */
export async function listActionFilters(db: Db, scope: Scope, planId: string): Promise<ActionFiltersOut> {
  const seen = sql`SELECT a.* FROM "action" a WHERE a."planId" = ${planId} AND ${isVisible(scope)}`;
  const assigns = holds(scope.roles, 'action.assign');
  const teams = await db.$queryRaw<{ id: string; name: string; kind: TeamKind }[]>`
    WITH seen AS (${seen})
    SELECT t."id", t."name", t."kind"::text FROM "team" t
    WHERE ${assigns ? sql`t."archivedAt" IS NULL OR` : emptySql} t."id" IN (SELECT s."teamId" FROM seen s)
      OR t."id" IN (SELECT s."partnerTeamId" FROM seen s)
    ORDER BY t."kind", lower(t."name")`;
  const posts = await db.$queryRaw<{ id: string; title: string; teamId: string; holder: string | null }[]>`
    WITH seen AS (${seen})
    SELECT p."id", p."title", p."teamId", ${holderOf(sql`p."id"`, scope.today)} AS "holder" FROM "post" p
    WHERE ${assigns ? sql`p."archivedAt" IS NULL OR` : emptySql} p."id" IN (SELECT s."ownerPostId" FROM seen s)
    ORDER BY lower(p."title")`;
  const owners = sql`(u."deactivatedAt" IS NULL AND EXISTS (SELECT 1 FROM "role_grant" g
    WHERE g."userId" = u."id" AND g."role" = ANY(${[...PERMISSION_ROLES['update.create']]}::"Role"[])))`;
  const people = await db.$queryRaw<{ id: string; name: string; teamIds: string[] }[]>`
    WITH seen AS (${seen})
    SELECT u."id", u."name",
      ARRAY(SELECT m."teamId" FROM "team_membership" m WHERE m."userId" = u."id") AS "teamIds"
    FROM "user" u
    WHERE ${assigns ? sql`${owners} OR` : emptySql} u."id" IN (SELECT s."ownerUserId" FROM seen s)
    ORDER BY lower(u."name")`;
  const recommendations = await db.$queryRaw<{ id: string; number: number; quote: string }[]>`
    WITH seen AS (${seen})
    SELECT r."id", r."number", left(r."quote", 200) AS "quote" FROM "recommendation" r
    WHERE r."planId" = ${planId} AND r."deletedAt" IS NULL
      ${seesWholePlan(scope.roles) ? emptySql : sql`AND r."id" IN (SELECT s."recommendationId" FROM seen s)`}
    ORDER BY r."number"`;
  const inspections = await db.$queryRaw<ActionFiltersOut['inspections']>`
    SELECT i."id", i."kind"::text AS "kind", coalesce(i."endDate", i."startDate")::text AS "on" FROM "inspection" i
    WHERE i."planId" = ${planId} AND ${seesWholePlan(scope.roles)}
    ORDER BY coalesce(i."endDate", i."startDate") NULLS FIRST, i."createdAt"`;
  return { teams, posts, people, recommendations, inspections };
}
