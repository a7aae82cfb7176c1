import type { ActionRow } from '@gt/contracts/schemas';
import type { Acceptance, DeliveryStatus, IsoDate, Priority, Rag } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import { actionReference, actionThread, overdue } from '@gt/domain/action';
import { seesWholePlan } from '@gt/domain/authz';
import { daysBetween } from '@gt/domain/calendar';
import { type CalculatedRag, calculateRag, isSilent, ragMismatch, shownRag } from '@gt/domain/rag';
import { londonDate, toInstant } from '../../core/dates.ts';
import { IS_ON_RECORD, isAccepted, isExpired, SHOWS_DIFFERENCE } from '../../core/evidence-sql.ts';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { timesMovedSql } from './action-sql.ts';
import { measureCounts, type RagFacts, ragFactColumns, ragInput, ragThresholds } from './rag-facts.ts';

/** One action as the statement below answers it. */
export type RawActionRow = RagFacts & {
  id: string;
  planId: string;
  recommendationId: string;
  recommendationNumber: number;
  number: number;
  title: string;
  teamId: string | null;
  teamName: string | null;
  partnerTeamId: string | null;
  partnerTeamName: string | null;
  ownerPostId: string | null;
  ownerPostTitle: string | null;
  holder: string | null;
  ownerUserId: string | null;
  ownerUserName: string | null;
  leadPostId: string | null;
  leadPostTitle: string | null;
  leadHolder: string | null;
  acceptance: Acceptance;
  acceptanceNote: string;
  supportingTeams: { id: string; name: string }[];
  alsoServes: ActionRow['alsoServes'];
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  timesMoved: number;
  declaredRag: Rag;
  ragReason: string;
  ragDeclaredAt: Date | null;
  mismatchReason: string;
  mismatchDeclared: Rag | null;
  mismatchCalculated: Rag | null;
  reviewMarkedAt: Date | null;
  pendingDueDate: IsoDate | null;
  commentCount: number;
  following: boolean;
  status: DeliveryStatus;
  priority: Priority;
  percentComplete: number;
  lastUpdateAt: Date | null;
  createdAt: Date;
  redactedAt: Date | null;
  version: number;
  evidenceTotal: number;
  evidenceAccepted: number;
  evidenceExpired: number;
  evidenceSubmitted: number;
  evidenceReturned: number;
  evidenceImpact: number;
  impactUnverified: number;
};

/**
 * The rows of the actions whose ids `page` selects, in the order it gives them. One statement whatever their
 * number: names and counts are looked up for the page alone, not for everything that was sorted. `more` adds columns
 * over `a`, `r` and `pl`, each after a comma.
 */
export function loadRawRows<More = unknown>(
  db: Db | Tx,
  scope: Scope,
  page: Sql,
  more: Sql = emptySql,
): Promise<(RawActionRow & More)[]> {
  return db.$queryRaw<(RawActionRow & More)[]>`
    SELECT a."id", a."planId", a."recommendationId", r."number" AS "recommendationNumber", a."number", a."title",
      a."teamId", t."name" AS "teamName", a."partnerTeamId", pt."name" AS "partnerTeamName",
      a."ownerPostId", p."title" AS "ownerPostTitle", ${holderOf(sql`a."ownerPostId"`, scope.today)} AS "holder",
      a."ownerUserId", u."name" AS "ownerUserName",
      a."leadPostId", lp."title" AS "leadPostTitle", ${holderOf(sql`a."leadPostId"`, scope.today)} AS "leadHolder",
      a."acceptance"::text, a."acceptanceNote",
      (SELECT COALESCE(json_agg(json_build_object('id', st."teamId", 'name', sn."name") ORDER BY sn."name"), '[]')
        FROM "supporting_team" st JOIN "team" sn ON sn."id" = st."teamId"
        WHERE st."actionId" = a."id") AS "supportingTeams",
      ${alsoServesSql(scope)} AS "alsoServes",
      a."startDate"::text, a."dueDate"::text, a."originalDueDate"::text, ${timesMovedSql} AS "timesMoved",
      a."declaredRag"::text, a."ragReason", a."ragDeclaredAt",
      a."mismatchReason", a."mismatchDeclared"::text, a."mismatchCalculated"::text, a."reviewMarkedAt",
      (SELECT q."toDate"::text FROM "due_date_request" q WHERE q."actionId" = a."id" AND q."state" = 'PENDING'
        ORDER BY q."requestedAt" DESC LIMIT 1) AS "pendingDueDate",
      (SELECT count(*)::int FROM "action_comment" c
        WHERE c."actionId" = a."id" AND c."deletedAt" IS NULL) AS "commentCount",
      EXISTS (SELECT 1 FROM "action_follow" f
        WHERE f."actionId" = a."id" AND f."userId" = ${scope.userId}) AS "following",
      ${ragFactColumns(scope)}, a."status"::text, a."priority"::text,
      a."percentComplete", a."lastUpdateAt", a."createdAt", a."redactedAt", a."version",
      ev."total" AS "evidenceTotal", ev."accepted" AS "evidenceAccepted",
      ev."expired" AS "evidenceExpired", ev."submitted" AS "evidenceSubmitted",
      ev."returned" AS "evidenceReturned", ev."impact" AS "evidenceImpact",
      ev."impactUnverified"${more}
    FROM unnest(ARRAY(${page})) WITH ORDINALITY AS page(id, position)
    JOIN "action" a ON a."id" = page.id
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    LEFT JOIN "team" pt ON pt."id" = a."partnerTeamId"
    LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    LEFT JOIN "user" u ON u."id" = a."ownerUserId"
    LEFT JOIN "post" lp ON lp."id" = a."leadPostId"
    JOIN "plan" pl ON pl."id" = a."planId"
    CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE NOT ${isExpired(scope)}))::int AS "total",
        (count(*) FILTER (WHERE ${isAccepted(scope)}))::int AS "accepted",
        (count(*) FILTER (WHERE ${isExpired(scope)}))::int AS "expired",
        (count(*) FILTER (WHERE e."state" = 'SUBMITTED'))::int AS "submitted",
        (count(*) FILTER (WHERE e."state" = 'RETURNED'))::int AS "returned",
        (count(*) FILTER (WHERE ${isAccepted(scope)} AND ${SHOWS_DIFFERENCE}))::int AS "impact",
        (count(*) FILTER (WHERE e."state" <> 'ACCEPTED' AND ${SHOWS_DIFFERENCE}))::int AS "impactUnverified"
      FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
      WHERE l."actionId" = a."id" AND ${IS_ON_RECORD}
    ) ev
    ORDER BY page.position`;
}

/** Those of its own plan first. Who sees only their own actions is not told of other plans. */
function alsoServesSql(scope: Scope): Sql {
  return sql`(SELECT COALESCE(json_agg(json_build_object('recommendationId', s."recommendationId", 'planId', sr."planId",
          'number', sr."number", 'ofPlan', CASE WHEN sr."planId" <> a."planId" THEN sp."name" END)
          ORDER BY sr."planId" <> a."planId", sp."name", sr."number"), '[]')
        FROM "also_serves" s JOIN "recommendation" sr ON sr."id" = s."recommendationId"
        JOIN "plan" sp ON sp."id" = sr."planId" AND sp."deletedAt" IS NULL
        WHERE s."actionId" = a."id" AND (sr."planId" = a."planId" OR ${seesWholePlan(scope.roles)}))`;
}

/** The row as the table shows it, with every rule applied by the domain. */
export function toActionRow(scope: Scope, row: RawActionRow): ActionRow {
  const { today } = scope;
  const standing = standingOf(row, today);
  const evidence = {
    total: row.evidenceTotal,
    accepted: row.evidenceAccepted,
    expired: row.evidenceExpired,
    submitted: row.evidenceSubmitted,
    returned: row.evidenceReturned,
    impact: row.evidenceImpact,
  };
  return {
    id: row.id,
    planId: row.planId,
    recommendationId: row.recommendationId,
    recommendationNumber: row.recommendationNumber,
    number: row.number,
    reference: actionReference(row.recommendationNumber, row.number),
    title: row.title,
    knots: actionThread({
      ...row,
      hasOwner: row.ownerPostId !== null || row.ownerUserId !== null,
      silent: standing.silent,
      evidence,
      impactUnverified: row.impactUnverified,
      measures: measureCounts(row.linkedMeasures),
    }),
    ...whoOf(row),
    alsoServes: row.alsoServes,
    startDate: row.startDate,
    dueDate: row.dueDate,
    originalDueDate: row.originalDueDate,
    pendingDueDate: row.pendingDueDate,
    timesMoved: row.timesMoved,
    ...standing,
    ...partsOf(row, today),
    status: row.status,
    priority: row.priority,
    percentComplete: row.percentComplete,
    evidence,
    lastUpdateAt: instantOf(row.lastUpdateAt),
    reviewMarkedAt: instantOf(row.reviewMarkedAt),
    commentCount: row.commentCount,
    following: row.following,
    redactedAt: instantOf(row.redactedAt),
    version: row.version,
  };
}

function whoOf(row: RawActionRow) {
  return {
    team: namedOf(row.teamId, row.teamName),
    partnerTeam: namedOf(row.partnerTeamId, row.partnerTeamName),
    supportingTeams: row.supportingTeams,
    ownerPost: postOf(row.ownerPostId, row.ownerPostTitle, row.holder),
    leadPost: postOf(row.leadPostId, row.leadPostTitle, row.leadHolder),
    ownerUser: namedOf(row.ownerUserId, row.ownerUserName),
    acceptance: row.acceptance,
    acceptanceNote: row.acceptanceNote,
  };
}

/** How late, how silent, and both colours. */
function standingOf(row: RawActionRow, today: IsoDate) {
  const facts = ragInput(row);
  const thresholds = ragThresholds(row);
  const calculated = calculateRag(facts, thresholds, today);
  const declaredRag = shownRag(row);
  const { daysOverdue, daysPastOriginal } = overdue({ ...row, today });
  return {
    daysOverdue,
    daysPastOriginal,
    declaredRag,
    ragReason: row.ragReason,
    calculatedRag: calculated.rag,
    calculatedReasons: calculated.reasons.map((reason) => reason.sentence),
    mismatch: ragMismatch(declaredRag, calculated).isMismatch,
    mismatchReason: explanationOf(row, declaredRag, calculated),
    weeksAtColour: weeksAt(declaredRag, row.ragDeclaredAt, today),
    silent: isSilent(facts, thresholds.silentDays, today),
  };
}

/** What hangs on the action: milestones, what it waits for, measures. */
function partsOf(row: RawActionRow, today: IsoDate) {
  const open = row.milestones.filter(({ doneOn }) => doneOn === null);
  return {
    milestones: {
      total: row.milestones.length,
      done: row.milestones.length - open.length,
      late: open.filter(({ dueDate }) => dueDate < today).length,
    },
    waitsFor: row.predecessors.map(({ actionId, recommendationNumber, number, isLate }) => ({
      actionId,
      reference: actionReference(recommendationNumber, number),
      isLate,
    })),
    measures: row.linkedMeasures.flatMap(({ id, name, movement }) =>
      name === null ? [] : [{ id, name, movement }],
    ),
  };
}

function instantOf(at: Date | null): string | null {
  return at === null ? null : toInstant(at);
}

function namedOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

function postOf(id: string | null, title: string | null, holder: string | null): ActionRow['ownerPost'] {
  return id === null ? null : { id, title: title ?? '', holder };
}

/** What was said of the pair of colours as it is now; an explanation of an earlier pair explains nothing today. */
function explanationOf(row: RawActionRow, declared: Rag, calculated: CalculatedRag): string {
  return row.mismatchDeclared === declared && row.mismatchCalculated === calculated.rag
    ? row.mismatchReason
    : '';
}

function weeksAt(declared: Rag, since: Date | null, today: IsoDate): number {
  if (declared === 'NONE' || since === null) return 0;
  return Math.floor(Math.max(0, daysBetween(londonDate(since), today)) / 7) + 1;
}
