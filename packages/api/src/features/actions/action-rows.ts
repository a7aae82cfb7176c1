import type { ActionRow } from '@gt/contracts/schemas';
import {
  type DeliveryStatus,
  IMPACT_EVIDENCE_KINDS,
  type IsoDate,
  type Priority,
  type Rag,
} from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { actionReference, actionThread, overdue } from '@gt/domain/action';
import { daysBetween } from '@gt/domain/calendar';
import {
  calculateRag,
  DEFAULT_RAG_THRESHOLDS,
  isSilent,
  type RagInput,
  ragMismatch,
  shownRag,
} from '@gt/domain/rag';
import { londonDate, toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { EVIDENCE_COUNTS, timesMovedSql } from './action-sql.ts';

/** One action as the statement below answers it. */
export type RawActionRow = {
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
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  timesMoved: number;
  declaredRag: Rag;
  ragReason: string;
  ragDeclaredAt: Date | null;
  status: DeliveryStatus;
  priority: Priority;
  percentComplete: number;
  lastUpdateAt: Date | null;
  createdAt: Date;
  redactedAt: Date | null;
  version: number;
  evidenceTotal: number;
  evidenceAccepted: number;
  evidenceSubmitted: number;
  evidenceReturned: number;
  evidenceImpact: number;
  impactUnverified: number;
};

/** Equals `showsDifference`. */
const SHOWS_DIFFERENCE = sql`(e."showsImpact" AND e."kind" = ANY(${[...IMPACT_EVIDENCE_KINDS]}::"EvidenceKind"[]))`;

/** Who holds a post on a day; the newest holding when two overlap at a handover. */
export function holderOf(postId: Sql, today: IsoDate): Sql {
  return sql`(SELECT hu."name" FROM "post_holding" h JOIN "user" hu ON hu."id" = h."userId"
    WHERE h."postId" = ${postId} AND h."fromDate" <= ${today}::date
      AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date)
    ORDER BY h."fromDate" DESC, h."id" DESC LIMIT 1)`;
}

/**
 * The rows of the actions whose ids `page` selects, in the order it gives them. One statement whatever their
 * number: names and counts are looked up for the page alone, not for everything that was sorted.
 */
export function loadRawRows(db: Db | Tx, scope: Scope, page: Sql): Promise<RawActionRow[]> {
  return db.$queryRaw<RawActionRow[]>`
    SELECT a."id", a."planId", a."recommendationId", r."number" AS "recommendationNumber", a."number", a."title",
      a."teamId", t."name" AS "teamName", a."partnerTeamId", pt."name" AS "partnerTeamName",
      a."ownerPostId", p."title" AS "ownerPostTitle", ${holderOf(sql`a."ownerPostId"`, scope.today)} AS "holder",
      a."ownerUserId", u."name" AS "ownerUserName",
      a."startDate"::text, a."dueDate"::text, a."originalDueDate"::text, ${timesMovedSql} AS "timesMoved",
      a."declaredRag"::text, a."ragReason", a."ragDeclaredAt", a."status"::text, a."priority"::text,
      a."percentComplete", a."lastUpdateAt", a."createdAt", a."redactedAt", a."version",
      ev."total" AS "evidenceTotal", ev."accepted" AS "evidenceAccepted", ev."submitted" AS "evidenceSubmitted",
      ev."returned" AS "evidenceReturned", ev."impact" AS "evidenceImpact",
      ev."impactUnverified"
    FROM unnest(ARRAY(${page})) WITH ORDINALITY AS page(id, position)
    JOIN "action" a ON a."id" = page.id
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    LEFT JOIN "team" pt ON pt."id" = a."partnerTeamId"
    LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    LEFT JOIN "user" u ON u."id" = a."ownerUserId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "total",
        (count(*) FILTER (WHERE e."state" = 'ACCEPTED'))::int AS "accepted",
        (count(*) FILTER (WHERE e."state" = 'SUBMITTED'))::int AS "submitted",
        (count(*) FILTER (WHERE e."state" = 'RETURNED'))::int AS "returned",
        (count(*) FILTER (WHERE e."state" = 'ACCEPTED' AND ${SHOWS_DIFFERENCE}))::int AS "impact",
        (count(*) FILTER (WHERE e."state" <> 'ACCEPTED' AND ${SHOWS_DIFFERENCE}))::int AS "impactUnverified"
      FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
      WHERE l."actionId" = a."id" AND ${EVIDENCE_COUNTS}
    ) ev
    ORDER BY page.position`;
}

/** What `calculateRag` asks of an action. */
export function ragInput(row: RawActionRow): RagInput {
  return {
    status: row.status,
    startDate: row.startDate,
    dueDate: row.dueDate,
    originalDueDate: row.originalDueDate,
    timesMoved: row.timesMoved,
    lastUpdateOn: row.lastUpdateAt === null ? null : londonDate(row.lastUpdateAt),
    createdOn: londonDate(row.createdAt),
  };
}

/** The row as the table shows it, with every rule applied by the domain. */
export function toActionRow(scope: Scope, row: RawActionRow): ActionRow {
  const { today } = scope;
  const facts = ragInput(row);
  const calculated = calculateRag(facts, DEFAULT_RAG_THRESHOLDS, today);
  const declaredRag = shownRag(row);
  const late = overdue({ ...row, today });
  const silent = isSilent(facts, DEFAULT_RAG_THRESHOLDS.silentDays, today);
  const evidence = {
    total: row.evidenceTotal,
    accepted: row.evidenceAccepted,
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
      silent,
      evidence,
      impactUnverified: row.impactUnverified,
    }),
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
    partnerTeam:
      row.partnerTeamId === null ? null : { id: row.partnerTeamId, name: row.partnerTeamName ?? '' },
    ownerPost:
      row.ownerPostId === null
        ? null
        : { id: row.ownerPostId, title: row.ownerPostTitle ?? '', holder: row.holder },
    ownerUser: row.ownerUserId === null ? null : { id: row.ownerUserId, name: row.ownerUserName ?? '' },
    dueDate: row.dueDate,
    originalDueDate: row.originalDueDate,
    timesMoved: row.timesMoved,
    daysOverdue: late.daysOverdue,
    daysPastOriginal: late.daysPastOriginal,
    declaredRag,
    ragReason: row.ragReason,
    calculatedRag: calculated.rag,
    calculatedReasons: calculated.reasons.map((reason) => reason.sentence),
    mismatch: ragMismatch(declaredRag, calculated).isMismatch,
    weeksAtColour:
      declaredRag === 'NONE' || row.ragDeclaredAt === null
        ? 0
        : Math.floor(Math.max(0, daysBetween(londonDate(row.ragDeclaredAt), today)) / 7) + 1,
    status: row.status,
    priority: row.priority,
    percentComplete: row.percentComplete,
    evidence,
    lastUpdateAt: row.lastUpdateAt === null ? null : toInstant(row.lastUpdateAt),
    silent,
    redactedAt: row.redactedAt === null ? null : toInstant(row.redactedAt),
    version: row.version,
  };
}
