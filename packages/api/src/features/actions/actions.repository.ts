import type { ActionListInput, ActionListOut, MineOut } from '@gt/contracts/schemas';
import { type Db, joinSql, sql } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { DUE_SOON_DAYS } from './action-filter.ts';
import { groupColumns, sortKeys } from './action-order.ts';
import { loadRawRows, type RawActionRow, toActionRow } from './action-rows.ts';
import { all, isMine, isOpen } from './action-sql.ts';
import { type Cursor, comesAfter, cursorColumn, orderBy, readCursor, writeCursor } from './list-cursor.ts';
import { listGroups } from './list-groups.ts';
import { joinsFor, namesFor, type SelectedActions, selectActions } from './select-actions.ts';
import { staleInFilter } from './stale-filter.ts';

/**
 * The plan's table: filtered, sorted, gathered, cut and counted by the database, in two statements whatever the
 * number of actions, and one each when the filter names records, when it names the last review, and for the groups.
 * Throws NOT_FOUND for a plan that is not there, INVALID for a cursor of a list in another order.
 */
export async function listActions(db: Db, scope: Scope, input: ActionListInput): Promise<ActionListOut> {
  const { planId, filter, groupBy, page } = input;
  const selected = await selectActions(db, scope, planId, filter);
  const isFirst = page.cursor === undefined;
  const [counts, { raw, nextCursor }, groups, stale] = await Promise.all([
    countActions(db, planId, selected),
    readPage(db, scope, input, selected),
    groupBy && isFirst ? listGroups(db, groupBy, selected) : [],
    staleInFilter(db, scope, planId, filter),
  ]);
  return {
    rows: raw.map((row) => toActionRow(scope, row)),
    ...counts,
    nextCursor,
    groups,
    groupKeys: groupBy ? raw.map((row) => row.groupKey ?? '') : [],
    stale,
  };
}

/** Two counts beside each other: that of the whole is read off an index alone, and no join is made for nothing. */
async function countActions(db: Db, planId: string, { visible, conditions }: SelectedActions) {
  const whole = sql`SELECT count(*)::int FROM "action" a WHERE ${visible}`;
  const narrowed = sql`SELECT count(*)::int FROM "action" a ${joinsFor(conditions)} WHERE ${all([visible, ...conditions])}`;
  const [counts] = await db.$queryRaw<{ total: number; all: number; isThere: boolean }[]>`
    SELECT (${conditions.length > 0 ? narrowed : whole}) AS "total", (${whole}) AS "all",
      EXISTS (SELECT 1 FROM "plan" p WHERE p."id" = ${planId} AND p."deletedAt" IS NULL) AS "isThere"`;
  if (!counts?.isThere) throw notFound('plan');
  return { total: counts.total, all: counts.all };
}

type PageColumns = { cursor: Cursor; groupKey: string | null };

/** The rows after the cursor as the statement answers them, and where the next page begins. One statement. */
export async function readPage(
  db: Db,
  scope: Scope,
  input: Pick<ActionListInput, 'sort' | 'groupBy'> & { page: { cursor?: string | undefined; limit: number } },
  selected: SelectedActions,
): Promise<{ raw: (RawActionRow & PageColumns)[]; nextCursor: string | null }> {
  const { sort, groupBy, page } = input;
  const keys = sortKeys(scope, sort, groupBy);
  const order = `${groupBy ?? ''} ${sort.descending ? '-' : ''}${sort.by}`;
  const after = page.cursor === undefined ? [] : [comesAfter(keys, readCursor(order, keys, page.cursor))];
  const found = await loadRawRows<PageColumns>(
    db,
    scope,
    // One more than the page holds: whether there is a next one.
    sql`SELECT a."id" ${selected.from} ${namesFor(keys.map(({ column }) => column))}
      WHERE ${all([selected.visible, ...selected.conditions, ...after])}
      ORDER BY ${orderBy(keys)} LIMIT ${page.limit + 1}`,
    sql`, ${cursorColumn(keys)} AS "cursor", ${groupBy ? groupColumns(groupBy).key : sql`NULL`} AS "groupKey"`,
  );
  const raw = found.slice(0, page.limit);
  const last = raw.at(-1);
  return { raw, nextCursor: found.length > page.limit && last ? writeCursor(order, last.cursor) : null };
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
