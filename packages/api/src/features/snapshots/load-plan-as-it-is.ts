import type {
  DueDateApproval,
  IsoDate,
  Priority,
  SnapshotAsk,
  SnapshotContent,
  SnapshotDateRequest,
  SnapshotDecision,
} from '@gt/contracts/words';
import { type Sql, sql, type Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import {
  type ActionFacts,
  actionFactsSql,
  type EvidenceFacts,
  evidenceFactsSql,
  type RecommendationFacts,
  recommendationFactsSql,
} from '../recommendations/load-facts.ts';
import { type MeasureFacts, measureFactsSql } from '../recommendations/load-measure-facts.ts';

/** What a snapshot keeps of an action beyond what the rules ask for. */
export type ActionRest = {
  id: string;
  leadPost: string | null;
  partner: string | null;
  priority: Priority;
  statusReason: string | null;
  ragReason: string;
  ragDeclaredAt: Date | null;
  /** Null when nothing was said of the difference; the colours are those it was said of. */
  mismatch: { reason: string; declared: string | null; calculated: string | null } | null;
  closedAt: Date | null;
  lastUpdate: { id: string; at: string; sameAsLast: number | null } | null;
  lastMove: { agreedBy: DueDateApproval; agreedOn: IsoDate | null } | null;
};

export type PlanAsItIs = {
  plan: SnapshotContent['plan'];
  recommendations: RecommendationFacts[];
  actions: ActionFacts[];
  rest: ActionRest[];
  evidence: EvidenceFacts[];
  measures: MeasureFacts[];
  decisions: SnapshotDecision[];
  dateRequests: SnapshotDateRequest[];
  silentDays: number;
  asks: SnapshotAsk[];
};

/**
 * Everything a snapshot is made from, in one statement: whatever the isolation of the caller's transaction, all of it
 * is as at the same moment, the caller's own writes included. Throws NOT_FOUND.
 */
export async function loadPlanAsItIs(tx: Tx, scope: Scope, planId: string): Promise<PlanAsItIs> {
  const of = { planId };
  const all = { planId, across: true };
  const [row] = await tx.$queryRaw<[Loose<PlanAsItIs>] | []>`
    SELECT json_build_object('id', pl."id", 'name', pl."name", 'councilName', pl."councilName",
        'trustName', pl."trustName") AS "plan",
      ${listOf(recommendationFactsSql(scope, of))} AS "recommendations",
      ${listOf(actionFactsSql(scope, all))} AS "actions",
      ${listOf(actionRestSql(planId))} AS "rest",
      ${listOf(evidenceFactsSql(scope, all))} AS "evidence",
      ${listOf(measureFactsSql(scope, of))} AS "measures",
      ${listOf(openDecisionsSql(planId))} AS "decisions",
      ${listOf(pendingDatesSql(planId))} AS "dateRequests",
      pl."silentDays",
      ${listOf(openAsksSql(planId))} AS "asks"
    FROM "plan" pl WHERE pl."id" = ${planId} AND pl."deletedAt" IS NULL`;
  if (!row) throw notFound('plan');
  return {
    ...row,
    recommendations: withDates(row.recommendations, 'redactedAt', 'closedAt'),
    actions: withDates(row.actions, 'startDate', 'dueDate', 'originalDueDate', 'createdAt', 'lastUpdateAt'),
    rest: withDates(row.rest, 'ragDeclaredAt', 'closedAt'),
    evidence: withDates(row.evidence, 'periodFrom', 'periodTo', 'createdAt', 'uploadedAt'),
    measures: withDates(row.measures, 'createdAt', 'redactedAt'),
  };
}

/** As PostgreSQL writes rows into JSON: dates and instants are texts. */
type Loose<T> = { [K in keyof T]: T[K] extends (infer Row)[] ? Texts<Row>[] : T[K] };
type Texts<Row> = { [K in keyof Row]: Date extends Row[K] ? string | Exclude<Row[K], Date> : Row[K] };

/** Rows of a statement as one JSON list, in their order. */
const listOf = (rows: Sql): Sql => sql`(SELECT coalesce(json_agg(x), '[]') FROM (${rows}) x)`;

/** Makes the columns that are dates or instants such again. */
function withDates<Row extends object>(rows: readonly Texts<Row>[], ...columns: (keyof Row)[]): Row[] {
  return rows.map((row) => {
    const made = { ...row } as Record<keyof Row, unknown>;
    for (const column of columns) {
      const text = made[column];
      if (typeof text === 'string') made[column] = new Date(text);
    }
    return made as Row;
  });
}

function actionRestSql(planId: string): Sql {
  return sql`
    SELECT a."id", lp."title" AS "leadPost", pt."name" AS "partner", a."priority", a."statusReason", a."ragReason",
      a."ragDeclaredAt", a."closedAt",
      CASE WHEN a."mismatchReason" <> '' THEN json_build_object('reason', a."mismatchReason",
        'declared', a."mismatchDeclared", 'calculated', a."mismatchCalculated") END AS "mismatch",
      u."it" AS "lastUpdate", d."it" AS "lastMove"
    FROM "action" a
    LEFT JOIN "post" lp ON lp."id" = a."leadPostId"
    LEFT JOIN "team" pt ON pt."id" = a."partnerTeamId"
    LEFT JOIN LATERAL (
      SELECT json_build_object('id', pu."id", 'at', pu."createdAt", 'sameAsLast', pu."sameAsLast") AS "it"
      FROM "progress_update" pu WHERE pu."actionId" = a."id"
      ORDER BY pu."createdAt" DESC, pu."id" DESC LIMIT 1
    ) u ON true
    LEFT JOIN LATERAL (
      SELECT json_build_object('agreedBy', dr."agreedBy", 'agreedOn', dr."agreedOn") AS "it"
      FROM "date_revision" dr WHERE dr."actionId" = a."id" AND dr."fromDate" IS NOT NULL
        AND dr."toDate" IS DISTINCT FROM dr."fromDate" AND dr."takenBackAt" IS NULL
      ORDER BY dr."changedAt" DESC, dr."id" DESC LIMIT 1
    ) d ON true
    WHERE a."planId" = ${planId} AND a."deletedAt" IS NULL`;
}

/** Evidence that a post was asked for and has not brought. */
export function openAsksSql(planId: string): Sql {
  return sql`
    SELECT k."id", k."recommendationId", p."title" AS "post", k."dueDate"::text AS "dueDate"
    FROM "evidence_ask" k JOIN "post" p ON p."id" = k."postId"
    WHERE k."planId" = ${planId} AND k."state" = 'OPEN' ORDER BY k."dueDate", k."id"`;
}

export function openDecisionsSql(planId: string): Sql {
  return sql`
    SELECT d."id", concat('Review ', r."number", ', decision ', d."number") AS "reference", d."text", d."actionId",
      coalesce(p."title", '') AS "owner", d."dueDate"
    FROM "review_decision" d JOIN "review" r ON r."id" = d."reviewId"
    LEFT JOIN "post" p ON p."id" = d."ownerPostId"
    WHERE d."planId" = ${planId} AND d."state" = 'OPEN'
    ORDER BY r."number", d."number"`;
}

function pendingDatesSql(planId: string): Sql {
  return sql`
    SELECT q."actionId", q."fromDate", q."toDate", q."reason", coalesce(u."name", '') AS "askedBy"
    FROM "due_date_request" q JOIN "action" a ON a."id" = q."actionId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN "user" u ON u."id" = q."requestedById"
    WHERE a."planId" = ${planId} AND a."deletedAt" IS NULL AND q."state" = 'PENDING'
    ORDER BY r."number", a."number"`;
}
