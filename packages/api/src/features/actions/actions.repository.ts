import type { ActionFilter, ActionListInput, ActionListOut, MineOut } from '@gt/contracts/schemas';
import { type Db, emptySql, joinSql, sql } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { lastReviewAt } from '@gt/domain/review';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { DUE_SOON_DAYS, filterConditions } from './action-filter.ts';
import { orderBy } from './action-order.ts';
import { loadRawRows, toActionRow } from './action-rows.ts';
import { all, isMine, isOpen, isVisible } from './action-sql.ts';
import { staleInFilter } from './stale-filter.ts';

/**
 * The plan's table: filtered, sorted, cut and counted by the database, in as many statements (two, and one each
 * when the filter names records or the last review) whatever the number of actions. Throws NOT_FOUND for a plan that is not there.
 */
export async function listActions(db: Db, scope: Scope, input: ActionListInput): Promise<ActionListOut> {
  const { planId, filter, sort, page } = input;
  const visible = sql`a."planId" = ${planId} AND ${isVisible(scope)}`;
  const conditions = filterConditions(scope, filter, await lastReviewOf(db, scope, planId, filter));
  const hasFilter = conditions.length > 0;
  // Without a filter nothing but an index is read: the join alone, asked for nothing, would send it to the table.
  const filtered = hasFilter
    ? sql`JOIN "recommendation" r ON r."id" = a."recommendationId" JOIN "plan" pl ON pl."id" = a."planId"`
    : emptySql;
  const counting = db.$queryRaw<{ total: number; all: number; isThere: boolean }[]>`
    SELECT (count(*) FILTER (WHERE ${hasFilter ? all(conditions) : sql`true`}))::int AS "total", count(*)::int AS "all",
      EXISTS (SELECT 1 FROM "plan" p WHERE p."id" = ${planId} AND p."deletedAt" IS NULL) AS "isThere"
    FROM "action" a ${filtered}
    WHERE ${visible}`;
  const reading = loadRawRows(
    db,
    scope,
    // An action is in its recommendation's plan. Said here, it lets a page in reference order stop after the first
    // recommendations instead of sorting the plan.
    sql`SELECT a."id" FROM "action" a
      JOIN "recommendation" r ON r."id" = a."recommendationId" AND r."planId" = a."planId"
      JOIN "plan" pl ON pl."id" = a."planId"
      WHERE ${all([visible, ...conditions])}
      ORDER BY ${orderBy(sort)} LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const [[counts], rows, stale] = await Promise.all([
    counting,
    reading,
    staleInFilter(db, scope, planId, filter),
  ]);
  if (!counts?.isThere) throw notFound('plan');
  return { rows: rows.map((row) => toActionRow(scope, row)), total: counts.total, all: counts.all, stale };
}

/** When the plan's latest weekly review began, if the filter asks for it; undefined without a statement otherwise. */
export async function lastReviewOf(
  db: Db,
  scope: Scope,
  planId: string,
  filter: ActionFilter,
): Promise<Date | undefined> {
  if (filter.changedSince !== 'LAST_REVIEW') return undefined;
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: { reviewWeekday: true, reviewTime: true },
  });
  if (!plan) throw notFound('plan');
  return lastReviewAt(plan, scope.now);
}

/** The most that one page of one's own work shows; nobody owns as much in a fortnight's work. */
const MINE_LIMIT = 500;

/** Open actions of all plans that wait for this person, most pressing first, each in the first group that fits. */
export async function listMine(db: Db, scope: Scope): Promise<MineOut> {
  const raw = await loadRawRows(
    db,
    scope,
    sql`SELECT a."id" FROM "action" a
      JOIN "recommendation" r ON r."id" = a."recommendationId"
      JOIN "plan" p ON p."id" = a."planId"
      WHERE ${all([isMine(scope), isOpen, sql`p."deletedAt" IS NULL`])}
      ORDER BY a."dueDate" NULLS LAST, r."number", a."number" LIMIT ${MINE_LIMIT}`,
  );
  const texts = await textsOf(
    db,
    raw.map((row) => row.id),
  );
  const until = addDays(scope.today, DUE_SOON_DAYS);
  const actions = raw.map((row) => ({
    ...toActionRow(scope, row),
    planName: texts.get(row.id)?.planName ?? '',
    detail: texts.get(row.id)?.detail ?? '',
  }));
  type Mine = (typeof actions)[number];
  const groupOf = (action: Mine): MineOut['groups'][number]['group'] => {
    if (action.daysOverdue > 0) return 'OVERDUE';
    if (action.dueDate !== null && action.dueDate <= until) return 'DUE_14';
    if (action.silent) return 'SILENT';
    return action.evidence.returned > 0 ? 'RETURNED' : 'REST';
  };
  const byGroup = Map.groupBy(actions, groupOf);
  const groups = (['OVERDUE', 'DUE_14', 'SILENT', 'RETURNED', 'REST'] as const).map((group) => ({
    group,
    actions: byGroup.get(group) ?? [],
  }));
  return { groups, total: actions.length };
}

async function textsOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { planName: string; detail: string }>();
  const rows = await db.$queryRaw<{ id: string; planName: string; detail: string }[]>`
    SELECT a."id", p."name" AS "planName", a."detail" FROM "action" a JOIN "plan" p ON p."id" = a."planId"
    WHERE a."id" IN (${joinSql([...ids])})`;
  return new Map(rows.map((row) => [row.id, row]));
}
