import type { AllPlansOut } from '@gt/contracts/schemas';
import type { InspectionKind, InspectionOutcome, IsoDate, PlanKind } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { type EarlierFigures, figuresTogether, movedSince, type PlanFigures } from '@gt/domain/plan';
import { londonDate, toInstant } from '../../core/dates.ts';
import { IS_ON_RECORD, isAccepted, SHOWS_DIFFERENCE } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { isOverdueSql } from '../actions/action-filter.ts';
import { hasEvidence, isSilentSql, shownRagSql } from '../actions/action-sql.ts';
import { CLOCK_SELECT, clockOf, nextClock } from '../inspections/clock-of.ts';

type Head = {
  id: string;
  name: string;
  kind: PlanKind;
  councilName: string;
  createdAt: Date;
  inspections: { id: string; kind: InspectionKind; on: IsoDate | null; outcome: InspectionOutcome | null }[];
  frozenAt: Date | null;
  earlier: EarlierFigures | null;
};

const EMPTY: PlanFigures = {
  ...{ actions: 0, closed: 0, overdue: 0, noOwner: 0, noEvidence: 0, silent: 0 },
  ...{ recommendations: 0, noAction: 0, shown: 0, closedRecommendations: 0 },
  rag: { RED: 0, AMBER: 0, GREEN: 0, BLUE: 0, NONE: 0 },
};

/** Every live plan with its figures beside those of the others. Four statements, however many plans there are. */
export async function listAllPlans(db: Db, scope: Scope): Promise<AllPlansOut> {
  const [heads, actions, recommendations, clocks] = await Promise.all([
    db.$queryRaw<Head[]>(headsSql()),
    db.$queryRaw<({ planId: string } & Omit<PlanFigures, keyof OfRecommendations>)[]>(
      actionFiguresSql(scope),
    ),
    db.$queryRaw<({ planId: string; answeredFromOutside: number } & OfRecommendations)[]>(
      recommendationFiguresSql(scope),
    ),
    db.statutoryClock.findMany({
      where: { plan: { deletedAt: null } },
      select: { ...CLOCK_SELECT, planId: true },
      orderBy: { dueDate: 'asc' },
    }),
  ]);
  const actionsOf = new Map(actions.map(({ planId, ...of }) => [planId, of]));
  const recommendationsOf = new Map(recommendations.map(({ planId, ...of }) => [planId, of]));
  const clocksOf = Map.groupBy(clocks, ({ planId }) => planId);
  const plans = heads.map(({ frozenAt, earlier, createdAt, ...head }) => {
    const { answeredFromOutside = 0, ...ofRecommendations } = recommendationsOf.get(head.id) ?? {};
    const figures = { ...EMPTY, ...actionsOf.get(head.id), ...ofRecommendations };
    return {
      ...head,
      createdAt: toInstant(createdAt),
      clock: nextClock(
        (clocksOf.get(head.id) ?? []).map(({ planId: _of, ...row }) => clockOf(row, scope.today)),
      ),
      figures,
      lastReview: frozenAt && londonDate(frozenAt),
      movement: earlier && { since: earlier.asAt, words: movedSince(figures, earlier) },
      answeredFromOutside,
    };
  });
  return { plans, together: figuresTogether(plans.map(({ figures }) => figures)) };
}

type OfRecommendations = Pick<
  PlanFigures,
  'recommendations' | 'noAction' | 'shown' | 'closedRecommendations'
>;

/** Names and dates; the figures of the newest snapshot, for what moved since. */
function headsSql(): Sql {
  return sql`
    SELECT pl."id", pl."name", pl."kind"::text AS "kind", pl."councilName", pl."createdAt",
      (SELECT coalesce(json_agg(json_build_object('id', i."id", 'kind', i."kind", 'outcome', i."outcome",
          'on', coalesce(i."endDate", i."startDate")::text)
          ORDER BY coalesce(i."endDate", i."startDate") DESC NULLS LAST, i."createdAt" DESC), '[]')
        FROM "inspection" i WHERE i."planId" = pl."id") AS "inspections",
      (SELECT max(v."frozenAt") FROM "review" v WHERE v."planId" = pl."id" AND v."meeting" = 'REVIEW'
        AND v."recommendationId" IS NULL AND v."teamId" IS NULL) AS "frozenAt",
      (SELECT json_build_object('asAt', s."asAt"::text, 'closed', s."totals" -> 'closed', 'overdue',
          s."totals" -> 'overdue', 'rag', s."totals" -> 'rag')
        FROM "snapshot" s WHERE s."planId" = pl."id" ORDER BY s."number" DESC LIMIT 1) AS "earlier"
    FROM "plan" pl WHERE pl."deletedAt" IS NULL ORDER BY pl."createdAt" DESC, pl."id" DESC`;
}

/** What stands in each plan, cancelled actions left out: an action that answers elsewhere too is counted here alone. */
function actionFiguresSql(scope: Scope): Sql {
  const count = (which: Sql) => sql`(count(*) FILTER (WHERE ${which}))::int`;
  const colour = (rag: string) => sql`${rag}::text, ${count(sql`x."rag" = ${rag}`)}`;
  return sql`
    SELECT x."planId", count(*)::int AS "actions", ${count(sql`x."status" = 'CLOSED'`)} AS "closed",
      ${count(sql`x."overdue"`)} AS "overdue", ${count(sql`x."noOwner"`)} AS "noOwner",
      ${count(sql`x."noEvidence"`)} AS "noEvidence", ${count(sql`x."silent"`)} AS "silent",
      json_build_object(${colour('RED')}, ${colour('AMBER')}, ${colour('GREEN')}, ${colour('BLUE')}, ${colour('NONE')}) AS "rag"
    FROM (
      SELECT a."planId", a."status", ${isOverdueSql(scope)} AS "overdue", ${shownRagSql} AS "rag",
        (a."ownerPostId" IS NULL AND a."ownerUserId" IS NULL) AS "noOwner", NOT ${hasEvidence()} AS "noEvidence",
        ${isSilentSql(scope)} AS "silent"
      FROM "action" a JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
      WHERE a."deletedAt" IS NULL AND a."status" <> 'CANCELLED'
    ) x GROUP BY x."planId"`;
}

/** A recommendation is answered by what stands under it and by what answers it from elsewhere, evidence included. */
function recommendationFiguresSql(scope: Scope): Sql {
  return sql`
    WITH answering AS (
      SELECT a."id" AS "actionId", a."recommendationId", a."status", false AS "outside" FROM "action" a
        WHERE a."deletedAt" IS NULL
      UNION ALL SELECT a."id", s."recommendationId", a."status", a."planId" <> r."planId" FROM "also_serves" s
        JOIN "action" a ON a."id" = s."actionId" AND a."deletedAt" IS NULL
        JOIN "plan" h ON h."id" = a."planId" AND h."deletedAt" IS NULL
        JOIN "recommendation" r ON r."id" = s."recommendationId"
    ), proved AS (
      SELECT l."recommendationId" FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
        LEFT JOIN "action" a ON a."id" = l."actionId"
        WHERE a."deletedAt" IS NULL AND ${IS_ON_RECORD} AND ${isAccepted(scope)} AND ${SHOWS_DIFFERENCE}
      UNION SELECT w."recommendationId" FROM answering w JOIN "evidence_link" l ON l."actionId" = w."actionId"
        JOIN "evidence" e ON e."id" = l."evidenceId"
        WHERE ${IS_ON_RECORD} AND ${isAccepted(scope)} AND ${SHOWS_DIFFERENCE}
    ), answered AS (
      SELECT w."recommendationId", bool_or(w."status" <> 'CANCELLED') AS "isAnswered",
        count(*) FILTER (WHERE w."outside") AS "outside"
      FROM answering w GROUP BY w."recommendationId"
    )
    SELECT r."planId", count(*)::int AS "recommendations",
      (count(*) FILTER (WHERE NOT coalesce(w."isAnswered", false)))::int AS "noAction",
      (count(*) FILTER (WHERE p."recommendationId" IS NOT NULL))::int AS "shown",
      (count(*) FILTER (WHERE r."status" = 'CLOSED'))::int AS "closedRecommendations",
      coalesce(sum(w."outside"), 0)::int AS "answeredFromOutside"
    FROM "recommendation" r JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN answered w ON w."recommendationId" = r."id"
    LEFT JOIN proved p ON p."recommendationId" = r."id"
    WHERE r."deletedAt" IS NULL GROUP BY r."planId"`;
}
