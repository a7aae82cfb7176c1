import type { IsoDate } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { sufficiencyWords } from '@gt/domain/evidence';
import { standingHere } from '@gt/domain/plan';
import type { PositionAction, PositionFacts } from '@gt/domain/position';
import { recommendationProgress, recommendationReference } from '@gt/domain/recommendation';
import { IS_ON_RECORD } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { shownRagSql } from '../actions/action-sql.ts';
import { isOpenPredecessor } from '../actions/rag-facts.ts';
import {
  loadRecommendationFacts,
  type RecommendationFacts,
  whichActions,
  whichLinks,
} from '../recommendations/load-facts.ts';
import { loadMeasureFacts, type MeasureFacts } from '../recommendations/load-measure-facts.ts';
import { sufficiencyOf, type ThreadEvidence, threadOf } from '../recommendations/thread-of.ts';
import { openAsksSql, openDecisionsSql } from '../snapshots/load-plan-as-it-is.ts';
import { type EarlierRow, earlierOf, earlierRowsSql } from '../snapshots/position-snapshot.ts';
import { evidenceTotals } from '../snapshots/snapshot-content-of.ts';
import { positionMeasure } from './measures-position.ts';

type Head = Pick<PositionFacts, 'teams' | 'decisions' | 'asks'> & {
  silentDays: number;
  earlier: EarlierRow[];
};
type RawAction = Omit<
  PositionAction,
  'reference' | 'movedBy' | 'hasEvidence' | 'returnedEvidence' | 'openMilestones' | 'alsoServesIds'
> & {
  recommendationNumber: number;
  number: number;
  ofPlan: string | null;
  by: string | null;
  /** How many items were returned; null where nothing on record is linked. */
  returned: number | null;
  /** Days, and ids of recommendations, parted by commas. */
  days: string | null;
  servedIds: string | null;
};
type ActionRow = PositionAction & Pick<RawAction, 'recommendationNumber' | 'number' | 'ofPlan'>;

const NOTHING: never[] = [];

function toAction({ by, returned, days, servedIds, ...row }: RawAction): ActionRow {
  return {
    ...row,
    reference: actionReference(row.recommendationNumber, row.number),
    movedBy: by === null ? null : by === 'BOARD' ? 'BOARD' : 'LEAD',
    hasEvidence: returned !== null,
    returnedEvidence: returned ?? 0,
    openMilestones: days === null ? NOTHING : (days.split(',') as IsoDate[]),
    alsoServesIds: servedIds === null ? NOTHING : servedIds.split(','),
  };
}

/**
 * What the position is told from, of the plan as it is now: five statements, however large it is. Null when there is
 * no such plan.
 */
export async function loadPositionFacts(db: Db, scope: Scope, planId: string): Promise<PositionFacts | null> {
  const [[head], recommendations, rows, evidence, measures] = await Promise.all([
    db.$queryRaw<Head[]>(headSql(planId)),
    loadRecommendationFacts(db, scope, { planId }),
    db.$queryRaw<RawAction[]>(actionRowsSql(scope, planId)),
    db.$queryRaw<ThreadEvidence[]>(evidenceRowsSql(planId)),
    loadMeasureFacts(db, scope, { planId }),
  ]);
  if (!head) return null;
  const asAt = scope.today;
  const actions = rows.map(toAction);
  return {
    asAt,
    isFull: true,
    ...head,
    recommendations: recommendationsOf(recommendations, { actions, evidence, measures }, asAt),
    actions: standingHere(actions),
    measures: measures.filter(({ isHome }) => isHome).map((measure) => positionMeasure(measure, asAt)),
    evidence: evidenceTotals(standingHere(evidence), asAt),
    earlier: head.earlier.map(earlierOf),
  };
}

type Parts = { actions: ActionRow[]; evidence: ThreadEvidence[]; measures: MeasureFacts[] };

function recommendationsOf(
  recommendations: readonly RecommendationFacts[],
  parts: Parts,
  asAt: IsoDate,
): PositionFacts['recommendations'] {
  const own = Map.groupBy(parts.actions, ({ recommendationId }) => recommendationId);
  const served = Map.groupBy(
    parts.actions.flatMap((action) => action.alsoServesIds.map((id) => ({ id, action }))),
    ({ id }) => id,
  );
  const evidenceOf = Map.groupBy(parts.evidence, ({ recommendationId }) => recommendationId);
  const measuresOf = Map.groupBy(parts.measures, ({ recommendationId }) => recommendationId);
  return recommendations.map((facts) => {
    const actions = [
      ...(own.get(facts.id) ?? []),
      ...(served.get(facts.id) ?? []).map(({ action }) => action),
    ];
    const evidence = evidenceOf.get(facts.id) ?? [];
    const answer = sufficiencyOf(facts, evidence, asAt);
    const { knots } = threadOf(facts, actions, evidence, measuresOf.get(facts.id) ?? [], asAt);
    return {
      id: facts.id,
      reference: recommendationReference(facts.number),
      quote: facts.quote,
      leadPost: facts.leadPostTitle,
      knots,
      evidence: sufficiencyWords(answer),
      sufficiency: answer.state,
      gaps: knots.flatMap(({ missing }) => missing.map(({ code }) => code)),
      status: facts.status,
      checks: facts.checks,
      work: recommendationProgress(actions),
    };
  });
}

const listOf = (rows: Sql): Sql => sql`(SELECT coalesce(json_agg(x), '[]') FROM (${rows}) x)`;

function headSql(planId: string): Sql {
  return sql`
    SELECT pl."silentDays", ${listOf(openDecisionsSql(planId))} AS "decisions", ${listOf(openAsksSql(planId))} AS "asks",
      ${listOf(earlierRowsSql(planId))} AS "earlier",
      (SELECT coalesce(json_agg(json_build_object('id', t."id", 'name', t."name")), '[]') FROM "team" t) AS "teams"
    FROM "plan" pl WHERE pl."id" = ${planId} AND pl."deletedAt" IS NULL`;
}

/**
 * Every action with what the rules say of it, as `action-sql.ts` has them for one action at a time: what hangs on
 * actions is gathered once for all of them, which takes a third of the time. A test holds this to the rules of the
 * domain, by a snapshot of the same moment.
 */
function actionRowsSql(scope: Scope, planId: string): Sql {
  const today = sql`${scope.today}::date`;
  const isBegun = sql`NOT (a."status" = 'NOT_STARTED' AND coalesce(a."startDate" > ${today}, false))`;
  const owesWords = sql`(a."status" IN ('IN_PROGRESS', 'REOPENED', 'NOT_STARTED') AND ${isBegun})`;
  return sql`
    WITH moves AS (
      SELECT d."actionId", count(*)::int AS "times",
        (array_agg(d."agreedBy" ORDER BY d."changedAt" DESC, d."id" DESC))[1] AS "by"
      FROM "date_revision" d JOIN "action" a ON a."id" = d."actionId"
      WHERE a."planId" = ${planId} AND d."fromDate" IS NOT NULL AND d."toDate" IS DISTINCT FROM d."fromDate"
        AND d."takenBackAt" IS NULL
      GROUP BY d."actionId"
    ), proof AS (
      SELECT l."actionId", (count(DISTINCT e."id") FILTER (WHERE e."state" = 'RETURNED'))::int AS "returned"
      FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
      WHERE e."planId" = ${planId} AND l."actionId" IS NOT NULL AND ${IS_ON_RECORD}
      GROUP BY l."actionId"
    ), steps AS (
      SELECT m."actionId", string_agg(m."dueDate"::text, ',' ORDER BY m."dueDate") AS "days", min(m."dueDate") AS "first"
      FROM "milestone" m JOIN "action" a ON a."id" = m."actionId"
      WHERE a."planId" = ${planId} AND m."deletedAt" IS NULL AND m."doneOn" IS NULL GROUP BY m."actionId"
    ), waiting AS (
      SELECT DISTINCT d."successorId" AS "id" FROM "action_dependency" d JOIN "action" p ON p."id" = d."predecessorId"
      WHERE ${isOpenPredecessor} AND p."dueDate" < ${today}
    ), away AS (
      SELECT DISTINCT am."actionId" AS "id" FROM "action_measure" am
      JOIN "measure" me ON me."id" = am."measureId" AND me."deletedAt" IS NULL AND me."movement" = 'AWAY'
    ), served AS (
      SELECT s."actionId", string_agg(s."recommendationId", ',') AS "ids" FROM "also_serves" s GROUP BY s."actionId"
    ), asked AS (
      SELECT DISTINCT q."actionId" FROM "due_date_request" q WHERE q."state" = 'PENDING'
    )
    SELECT x."id", x."ofPlan", x."recommendationId", x."recommendationNumber", x."number", x."teamId", x."status",
      x."rag", x."hasOwner", x."acceptance", x."dueDate"::text, x."originalDueDate"::text, x."timesMoved", x."by",
      x."owesWords", x."silent", x."returned", x."days", x."servedIds", x."dateAsked",
      CASE WHEN x."rag" = 'BLUE' THEN (x."closedAt" AT TIME ZONE 'Europe/London')::date
        WHEN x."rag" <> 'NONE' THEN (x."ragDeclaredAt" AT TIME ZONE 'Europe/London')::date END::text AS "ragSince",
      CASE
        WHEN x."status" = 'CLOSED' THEN 'BLUE'
        WHEN x."status" = 'CANCELLED' THEN 'NONE'
        WHEN x."dueDate" < ${today} OR ${today} - x."first" > x."milestoneLateDays" THEN 'RED'
        WHEN (x."originalDueDate" < ${today} AND x."originalDueDate" IS DISTINCT FROM x."dueDate") OR x."silent"
          OR x."timesMoved" >= x."movedOften" OR x."isWaiting" OR x."isAway"
          OR (x."first" IS NOT NULL AND x."dueDate" BETWEEN ${today} AND ${today} + x."dueSoonDays") THEN 'AMBER'
        WHEN x."isBegun" THEN 'GREEN' ELSE 'NONE' END AS "calculatedRag"
    FROM (
      SELECT a."id", CASE WHEN a."planId" <> ${planId} THEN pl."name" END AS "ofPlan", a."recommendationId",
        r."number" AS "recommendationNumber", a."number", a."teamId", a."status"::text AS "status",
        ${shownRagSql} AS "rag", (a."ownerPostId" IS NOT NULL OR a."ownerUserId" IS NOT NULL) AS "hasOwner",
        a."acceptance"::text AS "acceptance", a."dueDate", a."originalDueDate", a."closedAt", a."ragDeclaredAt",
        coalesce(moves."times", 0) AS "timesMoved", moves."by"::text AS "by", proof."returned", steps."days",
        steps."first", served."ids" AS "servedIds", (asked."actionId" IS NOT NULL) AS "dateAsked",
        (waiting."id" IS NOT NULL) AS "isWaiting", (away."id" IS NOT NULL) AS "isAway", ${isBegun} AS "isBegun",
        ${owesWords} AS "owesWords",
        (${owesWords} AND ${today} - coalesce((a."lastUpdateAt" AT TIME ZONE 'Europe/London')::date,
          greatest(a."startDate", (a."createdAt" AT TIME ZONE 'Europe/London')::date)) > pl."silentDays") AS "silent",
        pl."milestoneLateDays", pl."dueSoonDays", greatest(pl."timesMoved", 1) AS "movedOften"
      FROM "action" a
      JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
      JOIN "recommendation" r ON r."id" = a."recommendationId"
      LEFT JOIN moves ON moves."actionId" = a."id"
      LEFT JOIN proof ON proof."actionId" = a."id"
      LEFT JOIN steps ON steps."actionId" = a."id"
      LEFT JOIN waiting ON waiting."id" = a."id"
      LEFT JOIN away ON away."id" = a."id"
      LEFT JOIN served ON served."actionId" = a."id"
      LEFT JOIN asked ON asked."actionId" = a."id"
      WHERE a."deletedAt" IS NULL AND ${whichActions({ planId, across: true })}
      OFFSET 0
    ) x
    ORDER BY x."recommendationNumber", x."number"`;
}

/** Links of evidence with what the evidence test asks of an item. */
export function evidenceRowsSql(planId: string): Sql {
  return sql`
    SELECT e."id", CASE WHEN e."planId" <> ${planId} THEN pl."name" END AS "ofPlan", e."number", l."recommendationId", e."kind"::text AS "kind", e."state"::text AS "state",
      e."showsImpact", e."periodTo", coalesce(v."at", e."createdAt") AS "uploadedAt",
      (e."redactedAt" IS NOT NULL) AS "isGone", e."validUntil"::text AS "validUntil", CASE WHEN e."supersededById" IS NOT NULL THEN
        (SELECT n."number" FROM "evidence" n WHERE n."id" = e."supersededById") END AS "supersededBy"
    FROM (${whichLinks({ planId, across: true })}) l
    JOIN "evidence" e ON e."id" = l."evidenceId" AND e."deletedAt" IS NULL
    JOIN "plan" pl ON pl."id" = e."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "action" a ON a."id" = l."actionId"
    LEFT JOIN (
      SELECT ev."evidenceId", max(ev."uploadedAt") AS "at" FROM "evidence_version" ev GROUP BY ev."evidenceId"
    ) v ON v."evidenceId" = e."id"
    WHERE a."deletedAt" IS NULL
    ORDER BY e."number"`;
}
