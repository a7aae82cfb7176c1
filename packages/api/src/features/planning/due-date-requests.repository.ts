import type {
  DueDateRequestListInput,
  DueDateRequestListOut,
  DueDateRequestOut,
  DueDateRequestRef,
} from '@gt/contracts/schemas';
import type { DeliveryStatus, DueDateApproval, DueDateRequestState, IsoDate } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible, timesMovedSql } from '../actions/action-sql.ts';

type RawRequest = {
  id: string;
  actionId: string;
  fromDate: IsoDate | null;
  toDate: IsoDate;
  reason: string;
  state: DueDateRequestState;
  requestedById: string;
  requestedByName: string | null;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string;
  agreedBy: DueDateApproval;
  agreedOn: IsoDate | null;
  redactedAt: Date | null;
  version: number;
};

/** Over `q` ("due_date_request"), `ru` (who asked) and `du` (who decided). */
const REQUEST_COLUMNS = sql`q."id", q."actionId", q."fromDate"::text, q."toDate"::text, q."reason", q."state"::text,
  q."requestedById", ru."name" AS "requestedByName", q."requestedAt", du."name" AS "decidedBy", q."decidedAt",
  q."decisionNote", q."agreedBy"::text, q."agreedOn"::text, q."redactedAt", q."version"`;
const REQUEST_PEOPLE = sql`LEFT JOIN "user" ru ON ru."id" = q."requestedById"
  LEFT JOIN "user" du ON du."id" = q."decidedById"`;

function requestOf(row: RawRequest): DueDateRequestOut {
  const { requestedById, requestedByName, requestedAt, decidedAt, redactedAt, ...request } = row;
  return {
    ...request,
    requestedBy: { id: requestedById, name: requestedByName ?? '' },
    requestedAt: toInstant(requestedAt),
    decidedAt: decidedAt && toInstant(decidedAt),
    redactedAt: redactedAt && toInstant(redactedAt),
  };
}

/** Every date asked for on one action, newest first. `_scope`: the caller has shown that the person may see it. */
export async function requestsOf(db: Db | Tx, _scope: Scope, actionId: string): Promise<DueDateRequestOut[]> {
  const rows = await db.$queryRaw<RawRequest[]>`
    SELECT ${REQUEST_COLUMNS} FROM "due_date_request" q ${REQUEST_PEOPLE}
    WHERE q."actionId" = ${actionId} ORDER BY q."requestedAt" DESC, q."id" DESC LIMIT 50`;
  return rows.map(requestOf);
}

type RawListed = RawRequest & {
  recommendationNumber: number;
  number: number;
  title: string;
  teamId: string | null;
  teamName: string | null;
  owner: string | null;
  status: DeliveryStatus;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  timesMoved: number;
  overtakes: { recommendationNumber: number; number: number }[];
  total: number;
};

/** The most that one page of requests shows. */
const LIST_LIMIT = 200;

/**
 * Dates asked for in a plan: all of them for whoever answers, one's own for everybody else. Oldest first while they
 * wait, newest first once answered. Two statements.
 */
export async function listDueDateRequests(
  db: Db,
  scope: Scope,
  { planId, show }: DueDateRequestListInput,
): Promise<DueDateRequestListOut> {
  const mayDecide = holds(scope.roles, 'action.setDueDate');
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: { dueDateApproval: true },
  });
  if (!plan) throw notFound('plan');
  const whose = mayDecide ? sql`true` : sql`q."requestedById" = ${scope.userId}`;
  const isOpen = show === 'OPEN';
  const rows = await db.$queryRaw<RawListed[]>`
    SELECT ${REQUEST_COLUMNS}, r."number" AS "recommendationNumber", a."number", a."title", a."teamId",
      t."name" AS "teamName", a."status"::text, a."dueDate"::text, a."originalDueDate"::text,
      ${timesMovedSql} AS "timesMoved", ${ownerWords(scope)} AS "owner", ${OVERTAKES} AS "overtakes",
      (count(*) OVER ())::int AS "total"
    FROM "due_date_request" q
    JOIN "action" a ON a."id" = q."actionId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    LEFT JOIN "user" ou ON ou."id" = a."ownerUserId"
    ${REQUEST_PEOPLE}
    WHERE a."planId" = ${planId} AND ${isVisible(scope)} AND ${whose}
      AND ${isOpen ? sql`q."state" = 'PENDING'` : sql`q."state" <> 'PENDING'`}
    ORDER BY ${isOpen ? sql`q."requestedAt", q."id"` : sql`q."decidedAt" DESC, q."id" DESC`} LIMIT ${LIST_LIMIT}`;
  return {
    approval: plan.dueDateApproval,
    mayDecide,
    requests: rows.map((row) => ({
      ...requestOf(row),
      reference: actionReference(row.recommendationNumber, row.number),
      title: row.title,
      team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
      owner: row.owner,
      status: row.status,
      dueDate: row.dueDate,
      originalDueDate: row.originalDueDate,
      timesMoved: row.timesMoved,
      overtakes: row.overtakes.map((of) => actionReference(of.recommendationNumber, of.number)),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** "Head of Fostering (Head of Fostering, holder 1)", a person, or null. */
function ownerWords(scope: Scope): Sql {
  const holder = holderOf(sql`a."ownerPostId"`, scope.today);
  return sql`COALESCE(ou."name", ${holder}, p."title")`;
}

/** Open actions that wait for `a` and are due before the date asked for. */
const OVERTAKES = sql`(SELECT COALESCE(json_agg(json_build_object(
    'recommendationNumber', sr."number", 'number', s."number") ORDER BY sr."number", s."number"), '[]')
  FROM "action_dependency" d JOIN "action" s ON s."id" = d."successorId"
  JOIN "recommendation" sr ON sr."id" = s."recommendationId"
  WHERE d."predecessorId" = a."id" AND s."deletedAt" IS NULL AND s."status" NOT IN ('CLOSED', 'CANCELLED')
    AND s."dueDate" < q."toDate")`;

/** What a write to a request answers. `_scope`: the caller has just written it, or had. */
export async function requestRefOf(tx: Tx, _scope: Scope, id: string): Promise<DueDateRequestRef> {
  const row = await tx.dueDateRequest.findUnique({
    where: { id },
    select: {
      id: true,
      actionId: true,
      state: true,
      version: true,
      action: { select: { number: true, version: true, recommendation: { select: { number: true } } } },
    },
  });
  if (!row) throw notFound('request');
  const { action, ...request } = row;
  return {
    ...request,
    reference: actionReference(action.recommendation.number, action.number),
    actionVersion: action.version,
  };
}

/** The references of the actions behind requests, for naming each result; '' for what the person may not see. */
export async function referencesOfRequests(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; recommendationNumber: number; number: number }[]>`
    SELECT q."id", r."number" AS "recommendationNumber", a."number"
    FROM "due_date_request" q JOIN "action" a ON a."id" = q."actionId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE q."id" = ANY(${[...ids]}::text[]) AND ${isVisible(scope)}`;
  return new Map(rows.map((row) => [row.id, actionReference(row.recommendationNumber, row.number)]));
}
