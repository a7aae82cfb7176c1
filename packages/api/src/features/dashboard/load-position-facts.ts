import type { IsoDate } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { sufficiencyWords } from '@gt/domain/evidence';
import { standingHere } from '@gt/domain/plan';
import type { PositionAction, PositionFacts } from '@gt/domain/position';
import { recommendationProgress, recommendationReference } from '@gt/domain/recommendation';
import { IS_ON_RECORD } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { calculatedRagSql, isSilentSql, owesWordsSql, shownRagSql } from '../actions/action-sql.ts';
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
type ActionRow = Omit<PositionAction, 'reference'> & {
  recommendationNumber: number;
  number: number;
  ofPlan: string | null;
};

/**
 * What the position is told from, of the plan as it is now: five statements, however large it is. Null when there is
 * no such plan.
 */
export async function loadPositionFacts(db: Db, scope: Scope, planId: string): Promise<PositionFacts | null> {
  const [[head], recommendations, actions, evidence, measures] = await Promise.all([
    db.$queryRaw<Head[]>(headSql(planId)),
    loadRecommendationFacts(db, scope, { planId }),
    manyRows<ActionRow>(db, actionRowsSql(scope, planId)),
    loadEvidence(db, planId),
    loadMeasureFacts(db, scope, { planId }),
  ]);
  if (!head) return null;
  const asAt = scope.today;
  return {
    asAt,
    isFull: true,
    ...head,
    recommendations: recommendationsOf(recommendations, { actions, evidence, measures }, asAt),
    actions: standingHere(actions).map(({ recommendationNumber, number, ofPlan: _, ...action }) => ({
      ...action,
      reference: actionReference(recommendationNumber, number),
    })),
    measures: measures.filter(({ isHome }) => isHome).map((measure) => positionMeasure(measure, asAt)),
    evidence: evidenceTotals(standingHere(evidence), asAt),
    earlier: head.earlier.map(earlierOf),
  };
}

/** Many rows as one JSON text: read in a third of the time that they take one by one. */
async function manyRows<Row>(db: Db, rows: Sql): Promise<Row[]> {
  const [found] = await db.$queryRaw<{ rows: Row[] }[]>(sql`SELECT ${listOf(rows)} AS "rows"`);
  return found?.rows ?? [];
}

type EvidenceRow = Omit<ThreadEvidence, 'periodTo' | 'uploadedAt'> & {
  periodTo: string | null;
  uploadedAt: string;
};

async function loadEvidence(db: Db, planId: string): Promise<ThreadEvidence[]> {
  const rows = await manyRows<EvidenceRow>(db, evidenceRowsSql(planId));
  return rows.map(({ periodTo, uploadedAt, ...row }) => ({
    ...row,
    periodTo: periodTo === null ? null : new Date(periodTo),
    uploadedAt: new Date(uploadedAt),
  }));
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

/** Every action with what the rules say of it; what hangs on actions is gathered once, not action by action. */
function actionRowsSql(scope: Scope, planId: string): Sql {
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
      SELECT m."actionId", json_agg(m."dueDate" ORDER BY m."dueDate") AS "days"
      FROM "milestone" m JOIN "action" a ON a."id" = m."actionId"
      WHERE a."planId" = ${planId} AND m."deletedAt" IS NULL AND m."doneOn" IS NULL GROUP BY m."actionId"
    ), figures AS (
      SELECT am."actionId", count(*)::int AS "count"
      FROM "action_measure" am JOIN "measure" me ON me."id" = am."measureId" AND me."deletedAt" IS NULL
      JOIN "action" a ON a."id" = am."actionId"
      WHERE a."planId" = ${planId} GROUP BY am."actionId"
    ), served AS (
      SELECT s."actionId", json_agg(s."recommendationId") AS "ids"
      FROM "also_serves" s JOIN "action" a ON a."id" = s."actionId"
      WHERE a."planId" = ${planId} GROUP BY s."actionId"
    ), asked AS (
      SELECT DISTINCT q."actionId" FROM "due_date_request" q WHERE q."state" = 'PENDING'
    )
    SELECT a."id", CASE WHEN a."planId" <> ${planId} THEN pl."name" END AS "ofPlan", a."recommendationId", r."number" AS "recommendationNumber", a."number", a."teamId",
      a."status"::text AS "status", ${shownRagSql} AS "rag", ${calculatedRagSql(scope)} AS "calculatedRag",
      CASE WHEN a."status" = 'CLOSED' THEN (a."closedAt" AT TIME ZONE 'Europe/London')::date
        WHEN ${shownRagSql} <> 'NONE' THEN (a."ragDeclaredAt" AT TIME ZONE 'Europe/London')::date END::text AS "ragSince",
      (a."ownerPostId" IS NOT NULL OR a."ownerUserId" IS NOT NULL) AS "hasOwner", a."acceptance"::text AS "acceptance",
      a."dueDate"::text AS "dueDate", a."originalDueDate"::text AS "originalDueDate",
      coalesce(moves."times", 0) AS "timesMoved",
      CASE WHEN moves."times" > 0 THEN CASE WHEN moves."by" = 'BOARD' THEN 'BOARD' ELSE 'LEAD' END END AS "movedBy",
      ${owesWordsSql(scope)} AS "owesWords", ${isSilentSql(scope)} AS "silent",
      (proof."actionId" IS NOT NULL) AS "hasEvidence", coalesce(proof."returned", 0) AS "returnedEvidence",
      coalesce(figures."count", 0) AS "measures", coalesce(steps."days", '[]') AS "openMilestones",
      coalesce(served."ids", '[]') AS "alsoServesIds", (asked."actionId" IS NOT NULL) AS "dateAsked"
    FROM "action" a
    JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN moves ON moves."actionId" = a."id"
    LEFT JOIN proof ON proof."actionId" = a."id"
    LEFT JOIN steps ON steps."actionId" = a."id"
    LEFT JOIN figures ON figures."actionId" = a."id"
    LEFT JOIN served ON served."actionId" = a."id"
    LEFT JOIN asked ON asked."actionId" = a."id"
    WHERE a."deletedAt" IS NULL AND ${whichActions({ planId, across: true })}
    ORDER BY r."number", a."number"`;
}

/** Links of evidence with what the evidence test asks of an item. */
function evidenceRowsSql(planId: string): Sql {
  return sql`
    SELECT e."id", CASE WHEN e."planId" <> ${planId} THEN pl."name" END AS "ofPlan", e."number", l."recommendationId", e."kind"::text AS "kind", e."state"::text AS "state",
      e."showsImpact", e."periodTo", coalesce(v."at", e."createdAt") AS "uploadedAt",
      (e."redactedAt" IS NOT NULL) AS "isGone", e."validUntil"::text AS "validUntil", n."number" AS "supersededBy"
    FROM (${whichLinks({ planId, across: true })}) l
    JOIN "evidence" e ON e."id" = l."evidenceId" AND e."deletedAt" IS NULL
    JOIN "plan" pl ON pl."id" = e."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "action" a ON a."id" = l."actionId"
    LEFT JOIN "evidence" n ON n."id" = e."supersededById"
    LEFT JOIN (
      SELECT ev."evidenceId", max(ev."uploadedAt") AS "at" FROM "evidence_version" ev GROUP BY ev."evidenceId"
    ) v ON v."evidenceId" = e."id"
    WHERE a."deletedAt" IS NULL
    ORDER BY e."number"`;
}
