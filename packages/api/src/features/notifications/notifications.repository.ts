import type { InboxListInput, InboxListOut, NotificationRow } from '@gt/contracts/schemas';
import type { NotificationKind } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { evidenceReference } from '@gt/domain/evidence';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';

type RawNotification = {
  id: string;
  kind: NotificationKind;
  planId: string;
  planName: string;
  actionId: string | null;
  recommendationNumber: number | null;
  number: number | null;
  title: string | null;
  evidenceId: string | null;
  evidenceNumber: number | null;
  evidenceTitle: string | null;
  askId: string | null;
  recommendationId: string | null;
  actorName: string;
  createdAt: Date;
  readAt: Date | null;
};

/** The bell counts no further than this. */
const COUNTED = 100;

/** Lines of the person's own that they may still see: of no action, or of one that is live and theirs to see. */
function mineToSee(scope: Scope): Sql {
  const seen = holds(scope.roles, 'action.read') ? isVisible(scope) : sql`false`;
  return sql`n."userId" = ${scope.userId} AND (n."actionId" IS NULL OR (${seen}))`;
}

const FILTERS: Record<InboxListInput['filter'], Sql> = {
  ALL: emptySql,
  UNREAD: sql`AND n."readAt" IS NULL`,
  MENTIONS: sql`AND n."kind" = 'MENTIONED'`,
};

/** What the person should know, newest first, one page after another. */
export async function listInbox(db: Db, scope: Scope, input: InboxListInput): Promise<InboxListOut> {
  const { filter, after, limit } = input;
  const past = after
    ? sql`AND (n."createdAt", n."id") < (${new Date(after.createdAt)}::timestamptz, ${after.id})`
    : emptySql;
  const found = await db.$queryRaw<RawNotification[]>`
    SELECT n."id", n."kind"::text, n."planId", p."name" AS "planName", n."actionId",
      r."number" AS "recommendationNumber", a."number", a."title", e."id" AS "evidenceId", e."number" AS "evidenceNumber",
      e."title" AS "evidenceTitle", n."actorName", n."createdAt", n."readAt",
      CASE WHEN n."kind" IN ('EVIDENCE_ASKED', 'ASK_ANSWERED', 'ASK_OVERDUE') THEN n."sourceId" END AS "askId",
      CASE WHEN n."kind" = 'SUSTAIN_DUE' THEN split_part(n."sourceId", ':', 1) END AS "recommendationId"
    FROM "notification" n
    JOIN "plan" p ON p."id" = n."planId"
    LEFT JOIN "action" a ON a."id" = n."actionId"
    LEFT JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN "evidence_question" q ON q."id" = n."sourceId" AND n."actionId" IS NULL
    LEFT JOIN "evidence_version" sv ON n."kind" IN ('SCREENING_FOUND', 'SCREENING_DECIDED')
      AND sv."id" = left(n."sourceId", 36)
    LEFT JOIN "evidence" e ON e."id" = COALESCE(q."evidenceId", sv."evidenceId")
    WHERE ${mineToSee(scope)} ${FILTERS[filter]} ${past}
    ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${limit + 1}`;
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(toRow),
    next: last ? { createdAt: toInstant(last.createdAt), id: last.id } : null,
  };
}

/** How many lines wait to be read, counted up to 100. */
export async function countUnread(db: Db | Tx, scope: Scope): Promise<{ unread: number }> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS "unread" FROM (
      SELECT 1 FROM "notification" n LEFT JOIN "action" a ON a."id" = n."actionId"
      WHERE ${mineToSee(scope)} AND n."readAt" IS NULL LIMIT ${COUNTED}
    ) waiting`;
  return { unread: row?.unread ?? 0 };
}

function toRow(row: RawNotification): NotificationRow {
  const { recommendationNumber, number, evidenceNumber, evidenceTitle, ...rest } = row;
  const ofEvidence = evidenceNumber === null ? null : evidenceReference(evidenceNumber);
  const isOfAction = recommendationNumber !== null && number !== null;
  return {
    ...rest,
    title: rest.title ?? evidenceTitle,
    reference: isOfAction ? actionReference(recommendationNumber, number) : ofEvidence,
    createdAt: toInstant(row.createdAt),
    readAt: row.readAt && toInstant(row.readAt),
  };
}
