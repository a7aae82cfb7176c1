import type { AskRow } from '@gt/contracts/schemas';
import type { AskState, IsoDate } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { canAnswerAsk, canWithdrawAsk } from '@gt/domain/authz';
import { askDueWords, evidenceReference } from '@gt/domain/evidence';
import { recommendationReference } from '@gt/domain/recommendation';
import { toInstant } from '../../core/dates.ts';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';

type RawAsk = {
  id: string;
  planId: string;
  planName: string;
  recommendationId: string;
  recommendationNumber: number;
  actionId: string | null;
  actionHome: number | null;
  actionNumber: number | null;
  actionTitle: string | null;
  postId: string;
  postTitle: string;
  postTeamId: string;
  holder: string | null;
  text: string;
  dueDate: IsoDate;
  state: AskState;
  askedById: string;
  askedByName: string | null;
  askedAt: Date;
  evidenceId: string | null;
  evidenceNumber: number | null;
  evidenceTitle: string | null;
  settledById: string | null;
  settledByName: string | null;
  settledAt: Date | null;
  settledNote: string;
  version: number;
};

/** Asks over `k` of live recommendations of live plans, in one statement. */
export async function selectAsks(db: Db | Tx, scope: Scope, where: Sql, order: Sql): Promise<AskRow[]> {
  const rows = await db.$queryRaw<RawAsk[]>`
    SELECT k."id", k."planId", pl."name" AS "planName", k."recommendationId", r."number" AS "recommendationNumber",
      a."id" AS "actionId", home."number" AS "actionHome", a."number" AS "actionNumber", a."title" AS "actionTitle",
      k."postId", p."title" AS "postTitle", p."teamId" AS "postTeamId",
      ${holderOf(sql`k."postId"`, scope.today)} AS "holder",
      k."text", k."dueDate"::text AS "dueDate", k."state"::text AS "state", k."askedById", asker."name" AS "askedByName",
      k."askedAt", e."id" AS "evidenceId", e."number" AS "evidenceNumber", e."title" AS "evidenceTitle",
      k."settledById", settler."name" AS "settledByName", k."settledAt", k."settledNote", k."version"
    FROM "evidence_ask" k
    JOIN "plan" pl ON pl."id" = k."planId" AND pl."deletedAt" IS NULL
    JOIN "recommendation" r ON r."id" = k."recommendationId" AND r."deletedAt" IS NULL
    JOIN "post" p ON p."id" = k."postId"
    LEFT JOIN "action" a ON a."id" = k."actionId" AND a."deletedAt" IS NULL
    LEFT JOIN "recommendation" home ON home."id" = a."recommendationId"
    LEFT JOIN "evidence" e ON e."id" = k."evidenceId"
    LEFT JOIN "user" asker ON asker."id" = k."askedById"
    LEFT JOIN "user" settler ON settler."id" = k."settledById"
    WHERE ${where} ${order}`;
  return rows.map((row) => toAsk(row, scope));
}

/** Open ones by their day, then the settled ones, the newest first. */
export const BY_DAY = sql`ORDER BY (k."state" = 'OPEN') DESC,
  CASE WHEN k."state" = 'OPEN' THEN k."dueDate" END, k."settledAt" DESC NULLS LAST, k."id"`;

function toAsk(row: RawAsk, scope: Scope): AskRow {
  const isOpen = row.state === 'OPEN';
  const post = { postId: row.postId, teamId: row.postTeamId };
  return {
    id: row.id,
    planId: row.planId,
    planName: row.planName,
    recommendationId: row.recommendationId,
    recommendation: recommendationReference(row.recommendationNumber),
    action:
      row.actionId === null
        ? null
        : {
            id: row.actionId,
            reference: actionReference(row.actionHome ?? 0, row.actionNumber ?? 0),
            title: row.actionTitle ?? '',
          },
    post: { id: row.postId, title: row.postTitle, holder: row.holder },
    text: row.text,
    dueDate: row.dueDate,
    dueWords: isOpen ? askDueWords(row.dueDate, scope.today) : '',
    overdue: isOpen && row.dueDate < scope.today,
    state: row.state,
    askedBy: { id: row.askedById, name: row.askedByName ?? '' },
    askedAt: toInstant(row.askedAt),
    evidence:
      row.evidenceId === null
        ? null
        : {
            id: row.evidenceId,
            reference: evidenceReference(row.evidenceNumber ?? 0),
            title: row.evidenceTitle ?? '',
          },
    settledBy: row.settledById === null ? null : { id: row.settledById, name: row.settledByName ?? '' },
    settledAt: row.settledAt && toInstant(row.settledAt),
    settledNote: row.settledNote,
    mayAnswer: isOpen && canAnswerAsk(scope, post).ok,
    mayWithdraw: isOpen && canWithdrawAsk(scope, row).ok,
    version: row.version,
  };
}
