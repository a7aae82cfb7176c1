import type { WorkloadOut } from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import { workloadWeeks } from '@gt/domain/assignment';
import { addDays } from '@gt/domain/calendar';
import { notFound } from '../../core/domain-error.ts';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';

const WEEKS = 12;

type Raw = {
  kind: 'TEAM' | 'POST';
  id: string;
  name: string;
  teamId: string | null;
  holder: string | null;
  open: number;
  overdue: number;
  noDate: number;
  later: number;
  weeks: number[];
};

/**
 * Open work of every team and post by the week it is due in: this week and the eleven after it, weeks from Monday.
 * What is due in this week and past already counts as overdue alone. One statement for the counts.
 */
export async function readWorkload(db: Db, scope: Scope, planId: string): Promise<WorkloadOut> {
  const plan = await db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  const weeks = workloadWeeks(scope.today, WEEKS);
  const monday = weeks[0] ?? scope.today;
  const end = addDays(monday, WEEKS * 7);
  const today = sql`${scope.today}::date`;
  const rows = await db.$queryRaw<Raw[]>`
    WITH open AS (
      SELECT a."teamId", a."ownerPostId",
        CASE WHEN a."dueDate" IS NULL THEN -1 WHEN a."dueDate" < ${today} THEN -2
          WHEN a."dueDate" >= ${end}::date THEN -3 ELSE (a."dueDate" - ${monday}::date) / 7 END AS "week"
      FROM "action" a
      WHERE a."planId" = ${planId} AND a."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')
    ),
    work AS (
      SELECT 'TEAM' AS "kind", o."teamId" AS "id", o."week", count(*)::int AS "due" FROM open o
      WHERE o."teamId" IS NOT NULL GROUP BY 2, 3
      UNION ALL
      SELECT 'POST', o."ownerPostId", o."week", count(*)::int FROM open o
      WHERE o."ownerPostId" IS NOT NULL GROUP BY 2, 3
    ),
    who AS (
      SELECT 'TEAM' AS "kind", t."id", t."name", t."kind"::text AS "sort", NULL AS "teamId", NULL AS "holder",
        t."archivedAt" FROM "team" t
      UNION ALL
      SELECT 'POST', p."id", p."title", '', p."teamId", ${holderOf(sql`p."id"`, scope.today)}, p."archivedAt"
      FROM "post" p
    )
    SELECT who."kind", who."id", who."name", who."teamId", who."holder",
      COALESCE(sum(w."due"), 0)::int AS "open",
      COALESCE(sum(w."due") FILTER (WHERE w."week" = -2), 0)::int AS "overdue",
      COALESCE(sum(w."due") FILTER (WHERE w."week" = -1), 0)::int AS "noDate",
      COALESCE(sum(w."due") FILTER (WHERE w."week" = -3), 0)::int AS "later",
      ARRAY(SELECT COALESCE((SELECT x."due" FROM work x
          WHERE x."kind" = who."kind" AND x."id" = who."id" AND x."week" = n), 0)
        FROM generate_series(0, ${WEEKS - 1}::int) AS n ORDER BY n) AS "weeks"
    FROM who LEFT JOIN work w ON w."kind" = who."kind" AND w."id" = who."id"
    WHERE who."archivedAt" IS NULL OR w."id" IS NOT NULL
    GROUP BY who."kind", who."id", who."name", who."sort", who."teamId", who."holder"
    ORDER BY who."sort", lower(who."name")`;
  const shown = ({ kind: _, ...row }: Raw) => row;
  return {
    weeks,
    teams: rows.filter(({ kind }) => kind === 'TEAM').map(shown),
    posts: rows.filter(({ kind }) => kind === 'POST').map(shown),
  };
}
