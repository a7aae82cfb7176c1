import type { ActionArising, AttendanceOut, ReviewDecisionOut, ReviewHead } from '@gt/contracts/schemas';
import type { DecisionState, IsoDate } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { canChairReview, canRunReview } from '@gt/domain/authz';
import { decisionReference } from '@gt/domain/review';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { readMoment } from './moment.ts';
import { loadReviewRows, person, type RawReviewRow, toReviewRow } from './review-rows.ts';

type Person = { id: string; name: string };

export type RawHead = RawReviewRow & { cursor: string };

/**
 * The review with the mark of this moment: which transactions were over by then. What is written by any other may not
 * have been seen in this answer, and is told of by the next question. Throws NOT_FOUND.
 */
export async function loadHeadRow(db: Db | Tx, scope: Scope, reviewId: string): Promise<RawHead> {
  const [row] = await loadReviewRows<Pick<RawHead, 'cursor'>>(
    db,
    scope,
    sql`WHERE r."id" = ${reviewId}`,
    sql`, pg_current_snapshot()::text AS "cursor"`,
  );
  if (!row) throw notFound('review');
  return row;
}

type RawDecision = {
  id: string;
  reviewId: string;
  reviewNumber: number;
  number: number;
  actionId: string | null;
  actionRecommendation: number | null;
  actionNumber: number | null;
  text: string;
  ownerPostId: string | null;
  ownerTitle: string | null;
  holder: string | null;
  dueDate: IsoDate | null;
  state: DecisionState;
  settledNote: string;
  settledAt: Date | null;
  createdBy: Person | null;
  createdById: string;
  createdAt: Date;
  redactedAt: Date | null;
  version: number;
};

/** Decisions over `d`, narrowed by `where`, in the order in which they were made. */
export async function loadDecisions(db: Db | Tx, scope: Scope, where: Sql): Promise<ReviewDecisionOut[]> {
  const rows = await db.$queryRaw<RawDecision[]>`
    SELECT d."id", d."reviewId", dr."number" AS "reviewNumber", d."number", d."actionId",
      ar."number" AS "actionRecommendation", a."number" AS "actionNumber", d."text", d."ownerPostId",
      p."title" AS "ownerTitle", ${holderOf(sql`d."ownerPostId"`, scope.today)} AS "holder", d."dueDate"::text,
      d."state"::text, d."settledNote", d."settledAt", ${person(sql`d."createdById"`)} AS "createdBy",
      d."createdById", d."createdAt", d."redactedAt", d."version"
    FROM "review_decision" d JOIN "review" dr ON dr."id" = d."reviewId"
    LEFT JOIN "action" a ON a."id" = d."actionId"
    LEFT JOIN "recommendation" ar ON ar."id" = a."recommendationId"
    LEFT JOIN "post" p ON p."id" = d."ownerPostId"
    WHERE ${where}
    ORDER BY dr."number", d."number"`;
  return rows.map((row) => ({
    id: row.id,
    reviewId: row.reviewId,
    reference: decisionReference(row.reviewNumber, row.number),
    actionId: row.actionId,
    actionReference:
      row.actionNumber === null ? null : actionReference(row.actionRecommendation ?? 0, row.actionNumber),
    text: row.text,
    ownerPost:
      row.ownerPostId === null
        ? null
        : { id: row.ownerPostId, title: row.ownerTitle ?? '', holder: row.holder },
    dueDate: row.dueDate,
    state: row.state,
    settledNote: row.settledNote,
    settledAt: row.settledAt && toInstant(row.settledAt),
    createdBy: row.createdBy ?? { id: row.createdById, name: 'A former member' },
    createdAt: toInstant(row.createdAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
    version: row.version,
  }));
}

type Parts = {
  attendances: (Omit<AttendanceOut, 'isChair'> & { isChair: boolean })[];
  corrections: {
    id: string;
    text: string;
    authorId: string;
    author: Person | null;
    createdAt: string;
    redactedAt: string | null;
  }[];
  arising: (Pick<ActionArising, 'id' | 'title' | 'owner' | 'dueDate'> & { of: number; number: number })[];
};

/** Who is there, what was made, and what was corrected since, in one statement. */
async function loadParts(db: Db | Tx, reviewId: string): Promise<Parts> {
  const [parts] = await db.$queryRaw<[Parts]>`
    SELECT
      (SELECT COALESCE(json_agg(json_build_object('id', t."id", 'userId', t."userId", 'name', t."name",
          'attendance', t."attendance", 'isChair', t."isChair",
          'hasLeft', COALESCE(u."deactivatedAt" IS NOT NULL, false))
          ORDER BY t."userId" IS NULL, t."name", t."id"), '[]')
        FROM "review_attendance" t LEFT JOIN "user" u ON u."id" = t."userId"
        WHERE t."reviewId" = ${reviewId}) AS "attendances",
      (SELECT COALESCE(json_agg(json_build_object('id', c."id", 'text', c."text", 'authorId', c."authorId",
          'author', ${person(sql`c."authorId"`)}, 'createdAt', c."createdAt", 'redactedAt', c."redactedAt")
          ORDER BY c."createdAt", c."id"), '[]')
        FROM "review_correction" c WHERE c."reviewId" = ${reviewId}) AS "corrections",
      (SELECT COALESCE(json_agg(json_build_object('id', a."id", 'of', rec."number", 'number', a."number",
          'title', a."title", 'owner', COALESCE(p."title", u."name", ''), 'dueDate', a."dueDate")
          ORDER BY a."createdAt", a."id"), '[]')
        FROM "action" a JOIN "recommendation" rec ON rec."id" = a."recommendationId"
        LEFT JOIN "post" p ON p."id" = a."ownerPostId" LEFT JOIN "user" u ON u."id" = a."ownerUserId"
        WHERE a."madeInReviewId" = ${reviewId} AND a."deletedAt" IS NULL) AS "arising"`;
  return parts;
}

/** What everybody in the meeting shares, apart from the agenda: two statements beside the row. */
export async function headOf(db: Db | Tx, scope: Scope, row: RawHead): Promise<ReviewHead> {
  const decisionsMade = await loadDecisions(db, scope, sql`d."reviewId" = ${row.id}`);
  const { attendances, corrections, arising } = await loadParts(db, row.id);
  const attendeeIds = attendances.flatMap(({ userId }) => userId ?? []);
  return {
    ...toReviewRow(row),
    planName: row.planName,
    cursor: row.cursor,
    asOf: Number(readMoment(row.cursor)?.end ?? 0n),
    currentItemId: row.currentItemId,
    summary: row.summary,
    decisionsMade,
    actionsArising: arising.map(({ of, number, ...action }) => ({
      ...action,
      reference: actionReference(of, number),
    })),
    attendances,
    corrections: corrections.map(({ authorId, author, createdAt, redactedAt, ...correction }) => ({
      ...correction,
      author: author ?? { id: authorId, name: 'A former member' },
      createdAt: toInstant(new Date(createdAt)),
      redactedAt: redactedAt && toInstant(new Date(redactedAt)),
    })),
    mayRun: canRunReview(scope, row).ok,
    isChair: row.state === 'OPEN' && row.chairId === scope.userId,
    mayChair: canChairReview(scope, { teamId: row.teamId, attendeeIds }).ok,
  };
}
