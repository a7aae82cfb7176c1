import type { TimelineInput, TimelineOut, TimelineRow } from '@gt/contracts/schemas';
import type { DeliveryStatus, IsoDate } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql } from '@gt/db';
import { actionReference, isOpenStatus, overdue } from '@gt/domain/action';
import { recommendationReference } from '@gt/domain/recommendation';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { filterConditions } from './action-filter.ts';
import { all, isVisible, shownRagSql, timesMovedSql } from './action-sql.ts';
import { lastReviewOf } from './select-actions.ts';

type Head = {
  all: number;
  total: number;
  from: IsoDate | null;
  to: IsoDate | null;
  isThere: boolean;
};

/**
 * The bars of the timeline in order of reference, up to 300 at once, with what hangs on them: milestones, what each
 * waits for, and the words of their recommendations. Five statements, whatever the number of actions (and
 * one for a filter that names the last review). Throws
 * NOT_FOUND for a plan that is not there.
 */
export async function readTimeline(db: Db, scope: Scope, input: TimelineInput): Promise<TimelineOut> {
  const reviewAt = await lastReviewOf(db, scope, input.planId, input.filter);
  const fits = all([sql`true`, ...filterConditions(scope, input.filter, reviewAt)]);
  const [head, raw] = await Promise.all([
    readHead(db, scope, input.planId, fits),
    readBars(db, scope, input, fits),
  ]);
  if (!head?.isThere) throw notFound('plan');
  const bars = raw.slice(0, input.limit);
  const ids = bars.map(({ id }) => id);
  const [milestones, dependencies, recommendations] = await Promise.all([
    readMilestones(db, scope, ids),
    readDependencies(db, scope, ids),
    readRecommendations(db, scope, [...new Set(bars.map((bar) => bar.recommendationId))]),
  ]);
  const milestonesOf = Map.groupBy(milestones, ({ actionId }) => actionId);
  const dependenciesOf = Map.groupBy(dependencies, ({ successorId }) => successorId);
  const last = bars.at(-1);
  return {
    rows: bars.map((bar) => ({
      ...rowOf(scope, bar),
      milestones: (milestonesOf.get(bar.id) ?? []).map(({ actionId: _, ...milestone }) => milestone),
      waitsFor: (dependenciesOf.get(bar.id) ?? []).map((dependency) => waitsFor(scope, dependency)),
    })),
    recommendations,
    next:
      last && raw.length > input.limit
        ? { recommendationNumber: last.recommendationNumber, number: last.number }
        : null,
    total: head.total,
    all: head.all,
    span: head.from && head.to ? { from: head.from, to: head.to } : null,
  };
}

/** Counts, and the days that everything in the filter spans. */
async function readHead(db: Db, scope: Scope, planId: string, fits: Sql): Promise<Head | undefined> {
  const [head] = await db.$queryRaw<Head[]>`
    SELECT found.*, (pl."id" IS NOT NULL) AS "isThere"
    FROM (
      SELECT count(*)::int AS "all", (count(*) FILTER (WHERE f."fits"))::int AS "total",
        (min(LEAST(f."startDate", f."originalDueDate", f."dueDate")) FILTER (WHERE f."fits"))::text AS "from",
        (max(GREATEST(f."startDate", f."originalDueDate", f."dueDate")) FILTER (WHERE f."fits"))::text AS "to"
      FROM (
        SELECT a."startDate", a."originalDueDate", a."dueDate", (${fits}) AS "fits"
        FROM "action" a
        JOIN "recommendation" r ON r."id" = a."recommendationId"
        JOIN "plan" pl ON pl."id" = a."planId"
        WHERE a."planId" = ${planId} AND ${isVisible(scope)}
      ) f
    ) found
    LEFT JOIN "plan" pl ON pl."id" = ${planId} AND pl."deletedAt" IS NULL`;
  return head;
}

type Bar = Omit<TimelineRow, 'reference' | 'team' | 'daysOverdue' | 'milestones' | 'waitsFor'> & {
  teamId: string | null;
  teamName: string | null;
};

/** One more than asked for tells whether there are more. */
function readBars(db: Db, scope: Scope, input: TimelineInput, fits: Sql): Promise<Bar[]> {
  const { planId, limit, after } = input;
  const later = after
    ? sql`AND (r."number", a."number") > (${after.recommendationNumber}, ${after.number})`
    : emptySql;
  return db.$queryRaw<Bar[]>`
    SELECT a."id", a."recommendationId", r."number" AS "recommendationNumber", a."number", a."title",
      a."teamId", t."name" AS "teamName",
      COALESCE(p."title", u."name") AS "owner",
      a."status"::text, ${shownRagSql} AS "declaredRag",
      a."startDate"::text, a."dueDate"::text, a."originalDueDate"::text, ${timesMovedSql} AS "timesMoved",
      (SELECT q."toDate"::text FROM "due_date_request" q WHERE q."actionId" = a."id" AND q."state" = 'PENDING'
        ORDER BY q."requestedAt" DESC LIMIT 1) AS "pendingDueDate",
      a."percentComplete", (a."redactedAt" IS NOT NULL) AS "isRedacted", a."version"
    FROM "action" a
    JOIN "recommendation" r ON r."id" = a."recommendationId" AND r."planId" = a."planId"
    JOIN "plan" pl ON pl."id" = a."planId"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    LEFT JOIN "user" u ON u."id" = a."ownerUserId"
    WHERE a."planId" = ${planId} AND ${isVisible(scope)} AND ${fits} ${later}
    ORDER BY r."number", a."number" LIMIT ${limit + 1}`;
}

function rowOf(
  scope: Scope,
  { teamId, teamName, ...bar }: Bar,
): Omit<TimelineRow, 'milestones' | 'waitsFor'> {
  return {
    ...bar,
    reference: actionReference(bar.recommendationNumber, bar.number),
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
    daysOverdue: overdue({ ...bar, today: scope.today }).daysOverdue,
  };
}

type Milestone = TimelineRow['milestones'][number] & { actionId: string };

/** `_scope`: the caller has shown that the person may see the actions. */
function readMilestones(db: Db, _scope: Scope, ids: readonly string[]): Promise<Milestone[]> {
  return db.$queryRaw<Milestone[]>`
    SELECT m."id", m."actionId", m."title", m."dueDate"::text, m."doneOn"::text FROM "milestone" m
    WHERE m."actionId" = ANY(${[...ids]}::text[]) AND m."deletedAt" IS NULL ORDER BY m."dueDate", m."id"`;
}

type Dependency = {
  successorId: string;
  id: string;
  recommendationNumber: number;
  number: number;
  dueDate: IsoDate | null;
  status: DeliveryStatus;
};

/** What these actions wait for. Somebody who may see an action may know what it waits for by reference and date. */
function readDependencies(db: Db, _scope: Scope, ids: readonly string[]): Promise<Dependency[]> {
  return db.$queryRaw<Dependency[]>`
    SELECT d."successorId", p."id", pr."number" AS "recommendationNumber", p."number", p."dueDate"::text,
      p."status"::text
    FROM "action_dependency" d JOIN "action" p ON p."id" = d."predecessorId"
    JOIN "recommendation" pr ON pr."id" = p."recommendationId"
    WHERE d."successorId" = ANY(${[...ids]}::text[]) AND p."deletedAt" IS NULL
    ORDER BY pr."number", p."number"`;
}

function waitsFor(scope: Scope, dependency: Dependency): TimelineRow['waitsFor'][number] {
  const { id, recommendationNumber, number, dueDate, status } = dependency;
  const late = overdue({ dueDate, originalDueDate: dueDate, status, today: scope.today });
  return {
    actionId: id,
    reference: actionReference(recommendationNumber, number),
    dueDate,
    isOver: !isOpenStatus(status),
    isLate: late.isOverdue,
  };
}

async function readRecommendations(
  db: Db,
  _scope: Scope,
  ids: readonly string[],
): Promise<TimelineOut['recommendations']> {
  const rows = await db.$queryRaw<{ id: string; number: number; quote: string }[]>`
    SELECT r."id", r."number", r."quote" FROM "recommendation" r
    WHERE r."id" = ANY(${[...ids]}::text[]) ORDER BY r."number"`;
  return rows.map((row) => ({ ...row, reference: recommendationReference(row.number) }));
}
