import type { ActionDetail } from '@gt/contracts/schemas';
import type { DueDateApproval, EvidenceKind, EvidenceState, IsoDate, Sensitivity } from '@gt/contracts/words';
import { type Db, sql } from '@gt/db';
import { parseActionReference } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { evidenceReference } from '@gt/domain/evidence';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { isLatestWords } from '../../core/update-texts.ts';
import { loadRawRows, toActionRow } from './action-rows.ts';
import { isVisible } from './action-sql.ts';

type RawDetail = {
  planName: string;
  recommendationQuote: string;
  detail: string;
  successMeasure: string;
  statusReason: string | null;
  statusChangedAt: Date;
  closedAt: Date | null;
  createdBy: string | null;
  createdAt: Date;
  changedBy: string | null;
  changedAt: Date;
  deletedAt: Date | null;
  deletedReason: string | null;
  updateCount: number;
};

/**
 * Everything of one action but its updates and history, in four statements. An action in the recycle bin is shown
 * to those who may restore it and to nobody else.
 */
export async function getAction(db: Db, scope: Scope, actionId: string): Promise<ActionDetail> {
  const shown = holds(scope.roles, 'action.delete') ? sql`true` : isVisible(scope);
  const [raw] = await loadRawRows(
    db,
    scope,
    sql`SELECT a."id" FROM "action" a WHERE a."id" = ${actionId} AND ${shown}`,
  );
  if (!raw) throw notFound('action');
  const [more] = await db.$queryRaw<RawDetail[]>`
    SELECT pl."name" AS "planName", r."quote" AS "recommendationQuote", a."detail", a."successMeasure",
      a."statusReason", a."statusChangedAt", a."closedAt", cu."name" AS "createdBy", a."createdAt",
      mu."name" AS "changedBy", a."changedAt", a."deletedAt", a."deletedReason",
      (SELECT count(*)::int FROM "progress_update" pu
        WHERE pu."actionId" = a."id" AND ${isLatestWords}) AS "updateCount"
    FROM "action" a
    JOIN "plan" pl ON pl."id" = a."planId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN "user" cu ON cu."id" = a."createdById"
    LEFT JOIN "user" mu ON mu."id" = a."changedById"
    WHERE a."id" = ${actionId}`;
  if (!more) throw notFound('action');
  return {
    ...toActionRow(scope, raw),
    ...more,
    statusChangedAt: toInstant(more.statusChangedAt),
    closedAt: more.closedAt && toInstant(more.closedAt),
    createdBy: more.createdBy ?? '',
    createdAt: toInstant(more.createdAt),
    changedBy: more.changedBy ?? '',
    changedAt: toInstant(more.changedAt),
    deletedAt: more.deletedAt && toInstant(more.deletedAt),
    dateRevisions: await revisionsOf(db, scope, actionId),
    evidenceItems: await evidenceOf(db, scope, actionId),
  };
}

/**
 * The action behind "R3.A2" of a plan, also by a reference that it bore before it moved. Throws NOT_FOUND also for
 * what is no reference.
 */
export async function getActionByReference(
  db: Db,
  scope: Scope,
  input: { planId: string; reference: string },
): Promise<ActionDetail> {
  const numbers = parseActionReference(input.reference);
  if (!numbers) throw notFound('action');
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "recommendation" r JOIN "action" a ON a."recommendationId" = r."id" AND a."number" = ${numbers.action}
    WHERE r."planId" = ${input.planId} AND r."number" = ${numbers.recommendation}
    UNION ALL
    SELECT f."actionId" FROM "recommendation" r
    JOIN "former_reference" f ON f."recommendationId" = r."id" AND f."number" = ${numbers.action}
    WHERE r."planId" = ${input.planId} AND r."number" = ${numbers.recommendation}
    LIMIT 1`;
  if (!row) throw notFound('action');
  return getAction(db, scope, row.id);
}

/** The date ledger, oldest first. `_scope`: the caller has shown that the person may see the action. */
async function revisionsOf(db: Db, _scope: Scope, actionId: string): Promise<ActionDetail['dateRevisions']> {
  const rows = await db.$queryRaw<
    {
      id: string;
      fromDate: IsoDate | null;
      toDate: IsoDate | null;
      reason: string;
      changedBy: string | null;
      changedAt: Date;
      agreedBy: DueDateApproval;
      agreedByName: string | null;
      agreedNote: string;
      agreedOn: IsoDate | null;
      isSlip: boolean;
      redactedAt: Date | null;
    }[]
  >`
    SELECT d."id", d."fromDate"::text, d."toDate"::text, d."reason", u."name" AS "changedBy", d."changedAt",
      d."agreedBy"::text, au."name" AS "agreedByName", d."agreedNote", d."agreedOn"::text,
      d."takenBackAt" IS NOT NULL AS "isSlip", d."redactedAt"
    FROM "date_revision" d LEFT JOIN "user" u ON u."id" = d."changedById" LEFT JOIN "user" au ON au."id" = d."agreedById"
    WHERE d."actionId" = ${actionId} ORDER BY d."changedAt", d."id"`;
  return rows.map((row) => ({
    ...row,
    changedBy: row.changedBy ?? '',
    changedAt: toInstant(row.changedAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  }));
}

async function evidenceOf(db: Db, scope: Scope, actionId: string): Promise<ActionDetail['evidenceItems']> {
  if (!holds(scope.roles, 'evidence.list')) return [];
  const rows = await db.$queryRaw<
    {
      id: string;
      number: number;
      title: string;
      kind: EvidenceKind;
      shows: string;
      showsImpact: boolean;
      periodFrom: IsoDate | null;
      periodTo: IsoDate | null;
      sensitivity: Sensitivity;
      state: EvidenceState;
      uploadedBy: string | null;
      createdAt: Date;
      redactedAt: Date | null;
      version: number;
    }[]
  >`
    SELECT e."id", e."number", e."title", e."kind"::text, e."shows", e."showsImpact", e."periodFrom"::text,
      e."periodTo"::text, e."sensitivity"::text, e."state"::text, u."name" AS "uploadedBy", e."createdAt",
      e."redactedAt", e."version"
    FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
    LEFT JOIN "user" u ON u."id" = e."uploadedById"
    WHERE l."actionId" = ${actionId} AND e."deletedAt" IS NULL
    ORDER BY e."number" DESC`;
  return rows.map(({ number, ...row }) => ({
    ...row,
    reference: evidenceReference(number),
    uploadedBy: row.uploadedBy ?? '',
    createdAt: toInstant(row.createdAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  }));
}
