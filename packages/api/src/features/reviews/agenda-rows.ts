import type { AgendaItem, ReviewBefore } from '@gt/contracts/schemas';
import type {
  AgendaSection,
  DeliveryStatus,
  IsoDate,
  Rag,
  ReviewItemState,
  SnapshotAction,
} from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { type AgendaEntry, decisionReference, type Standing } from '@gt/domain/review';
import { toInstant } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { calculatedRagSql, shownRagSql } from '../actions/action-sql.ts';

/** How an action stood in the last snapshot, as an item keeps it. */
export type Before = Standing & { asAt: IsoDate };

export type RawAgendaRow = {
  id: string;
  section: AgendaSection;
  sections: AgendaSection[];
  position: number;
  state: ReviewItemState;
  actionId: string | null;
  decisionId: string | null;
  note: string;
  secondsSpent: number;
  before: Before | null;
  doneAt: Date | null;
  redactedAt: Date | null;
  version: number;
  recommendationNumber: number | null;
  number: number | null;
  title: string | null;
  owner: string | null;
  team: string | null;
  rag: Rag | null;
  calculatedRag: Rag | null;
  status: DeliveryStatus | null;
  dueDate: IsoDate | null;
  actionVersion: number | null;
  isDeleted: boolean;
};

/** What an item itself keeps; `decisionId` or `actionId` says what it is of. */
export type KeptItem = Omit<
  RawAgendaRow,
  | 'recommendationNumber'
  | 'number'
  | 'title'
  | 'owner'
  | 'team'
  | 'rag'
  | 'calculatedRag'
  | 'status'
  | 'dueDate'
  | 'actionVersion'
  | 'isDeleted'
>;

/** An item of which nothing was said yet. */
export function newItem(
  entry: AgendaEntry,
  position: number,
  before: Before | null,
  id: string = newId(),
): KeptItem {
  const untouched = { note: '', secondsSpent: 0, doneAt: null, redactedAt: null, version: 1 };
  return { ...entry, ...untouched, state: 'WAITING', id, position, before };
}

/** Stored items of a review, over `i` narrowed by `where`. */
export function storedItems(where: Sql): Sql {
  return sql`(SELECT i.* FROM "review_item" i WHERE ${where})`;
}

/** Items that are not stored, as if they were. */
export function itemsAsGiven(items: readonly KeptItem[]): Sql {
  return sql`(SELECT * FROM json_to_recordset(${JSON.stringify(items)}::json) AS v("id" text, "section" text,
    "sections" text[], "position" int, "state" text, "actionId" text, "decisionId" text, "note" text,
    "secondsSpent" int, "before" jsonb, "doneAt" timestamptz, "redactedAt" timestamptz, "version" int))`;
}

/** Items with the names and colours of what they are of, in their order, in one statement. */
export function loadAgendaRows(db: Db | Tx, scope: Scope, items: Sql): Promise<RawAgendaRow[]> {
  return db.$queryRaw<RawAgendaRow[]>`
    SELECT i."id", i."section"::text, i."sections"::text[], i."position", i."state"::text, i."actionId",
      i."decisionId", i."note", i."secondsSpent", i."before", i."doneAt", i."redactedAt", i."version",
      COALESCE(rec."number", dr."number") AS "recommendationNumber", COALESCE(a."number", d."number") AS "number",
      COALESCE(a."title", d."text") AS "title", COALESCE(p."title", u."name", dp."title") AS "owner",
      t."name" AS "team", CASE WHEN a."id" IS NOT NULL THEN ${shownRagSql} END AS "rag",
      CASE WHEN a."id" IS NOT NULL THEN ${calculatedRagSql(scope)} END AS "calculatedRag", a."status"::text,
      a."dueDate"::text, a."version" AS "actionVersion", a."deletedAt" IS NOT NULL AS "isDeleted"
    FROM ${items} i
    LEFT JOIN "action" a ON a."id" = i."actionId"
    LEFT JOIN "plan" pl ON pl."id" = a."planId"
    LEFT JOIN "recommendation" rec ON rec."id" = a."recommendationId"
    LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    LEFT JOIN "user" u ON u."id" = a."ownerUserId"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    LEFT JOIN "review_decision" d ON d."id" = i."decisionId"
    LEFT JOIN "review" dr ON dr."id" = d."reviewId"
    LEFT JOIN "post" dp ON dp."id" = d."ownerPostId"
    ORDER BY i."position", i."id"`;
}

/** `frozen`: the action as it stood when the review was frozen, which then stays. */
export function toAgendaItem(row: RawAgendaRow, frozen?: SnapshotAction): AgendaItem {
  const { before } = row;
  return {
    id: row.id,
    section: row.section,
    sections: row.sections,
    position: row.position,
    state: row.state,
    actionId: row.actionId,
    decisionId: row.decisionId,
    ...(frozen ? frozenStanding(frozen) : standing(row)),
    before: before && beforeOut(before),
    note: row.note,
    secondsSpent: row.secondsSpent,
    doneAt: row.doneAt && toInstant(row.doneAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
    version: row.version,
  };
}

function beforeOut({ asAt, rag, status, dueDate, percentComplete }: Before): ReviewBefore {
  return { asAt, rag, status, dueDate, percentComplete };
}

function standing(row: RawAgendaRow) {
  const [of, number] = [row.recommendationNumber ?? 0, row.number ?? 0];
  return {
    reference: row.decisionId === null ? actionReference(of, number) : decisionReference(of, number),
    title: row.isDeleted ? `${row.title} (in the recycle bin)` : (row.title ?? ''),
    owner: row.owner ?? '',
    team: row.team ?? '',
    rag: row.rag ?? 'NONE',
    calculatedRag: row.calculatedRag ?? 'NONE',
    status: row.status,
    dueDate: row.dueDate,
    actionVersion: row.actionVersion,
  };
}

function frozenStanding(frozen: SnapshotAction) {
  return {
    reference: frozen.reference,
    title: frozen.title,
    owner: frozen.ownerPost ?? frozen.owner ?? '',
    team: frozen.team ?? '',
    rag: frozen.rag,
    calculatedRag: frozen.calculatedRag,
    status: frozen.status,
    dueDate: frozen.dueDate,
    actionVersion: null,
  };
}
