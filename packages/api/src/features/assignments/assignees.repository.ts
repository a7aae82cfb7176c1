import type { AssigneesOut } from '@gt/contracts/schemas';
import type { TeamKind } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { PERMISSION_ROLES, seesWholePlan } from '@gt/domain/authz';
import { addDays } from '@gt/domain/calendar';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';

/** Due in four weeks, today included: what a person who gives work looks at beside what is open. */
const SOON_DAYS = 27;

type Counts = { open: number; overdue: number; dueSoon: number };

/** Open work by whom it is with, over `a`. */
function counts(scope: Scope): Sql {
  const until = addDays(scope.today, SOON_DAYS);
  return sql`count(*)::int AS "open",
    (count(*) FILTER (WHERE a."dueDate" < ${scope.today}::date))::int AS "overdue",
    (count(*) FILTER (WHERE a."dueDate" BETWEEN ${scope.today}::date AND ${until}::date))::int AS "dueSoon"`;
}

/** Open live actions of live plans: somebody who is full in another plan is full here. */
const OPEN = sql`SELECT a.* FROM "action" a JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
  WHERE a."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')`;

/**
 * Whom an action of this plan can be given to, each with the work they have: teams, posts with their present
 * holder, people, and the recommendations it may also serve, those of other plans last. Four statements.
 */
export async function listAssignees(db: Db, scope: Scope, planId: string): Promise<AssigneesOut> {
  const teams = await db.$queryRaw<
    ({ id: string; name: string; kind: TeamKind; answeredBy: string[] } & Counts)[]
  >`
    WITH work AS (SELECT a."teamId", ${counts(scope)} FROM (${OPEN}) a GROUP BY a."teamId")
    SELECT t."id", t."name", t."kind"::text AS "kind", COALESCE(w."open", 0) AS "open",
      COALESCE(w."overdue", 0) AS "overdue", COALESCE(w."dueSoon", 0) AS "dueSoon",
      ARRAY(SELECT DISTINCT u."name" FROM "team_membership" m
        JOIN "user" u ON u."id" = m."userId" AND u."deactivatedAt" IS NULL
        JOIN "role_grant" g ON g."userId" = u."id"
        WHERE m."teamId" = t."id"
          AND g."role" = (CASE t."kind" WHEN 'INTERNAL' THEN 'MANAGER' ELSE 'PARTNER' END)::"Role"
        ORDER BY u."name") AS "answeredBy"
    FROM "team" t LEFT JOIN work w ON w."teamId" = t."id"
    WHERE t."archivedAt" IS NULL ORDER BY t."kind", lower(t."name")`;
  const posts = await db.$queryRaw<
    ({ id: string; title: string; teamId: string; holder: string | null } & Counts)[]
  >`
    WITH work AS (SELECT a."ownerPostId", ${counts(scope)} FROM (${OPEN}) a GROUP BY a."ownerPostId")
    SELECT p."id", p."title", p."teamId", ${holderOf(sql`p."id"`, scope.today)} AS "holder",
      COALESCE(w."open", 0) AS "open", COALESCE(w."overdue", 0) AS "overdue", COALESCE(w."dueSoon", 0) AS "dueSoon"
    FROM "post" p LEFT JOIN work w ON w."ownerPostId" = p."id"
    WHERE p."archivedAt" IS NULL ORDER BY lower(p."title")`;
  const people = await db.$queryRaw<({ id: string; name: string; teamIds: string[] } & Counts)[]>`
    WITH work AS (SELECT a."ownerUserId", ${counts(scope)} FROM (${OPEN}) a GROUP BY a."ownerUserId")
    SELECT u."id", u."name", COALESCE(w."open", 0) AS "open", COALESCE(w."overdue", 0) AS "overdue",
      COALESCE(w."dueSoon", 0) AS "dueSoon",
      ARRAY(SELECT m."teamId" FROM "team_membership" m WHERE m."userId" = u."id") AS "teamIds"
    FROM "user" u LEFT JOIN work w ON w."ownerUserId" = u."id"
    WHERE u."deactivatedAt" IS NULL AND EXISTS (SELECT 1 FROM "role_grant" g
      WHERE g."userId" = u."id" AND g."role" = ANY(${[...PERMISSION_ROLES['update.create']]}::"Role"[]))
    ORDER BY lower(u."name")`;
  const recommendations = await db.$queryRaw<AssigneesOut['recommendations']>`
    SELECT r."id", r."planId", pl."name" AS "planName", r."number", left(r."quote", 200) AS "quote"
    FROM "recommendation" r JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    WHERE r."deletedAt" IS NULL AND (r."planId" = ${planId} OR ${seesWholePlan(scope.roles)})
    ORDER BY r."planId" <> ${planId}, lower(pl."name"), r."planId", r."number"`;
  return {
    teams: teams.map(withLoad),
    posts: posts.map(withLoad),
    people: people.map(withLoad),
    recommendations,
  };
}

function withLoad<T extends Counts>({ open, overdue, dueSoon, ...rest }: T) {
  return { ...rest, load: { open, overdue, dueSoon } };
}
