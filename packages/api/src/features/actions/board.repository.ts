import type {
  ActionRow,
  BoardCards,
  BoardColumnInput,
  BoardGroup,
  BoardInput,
  BoardOut,
} from '@gt/contracts/schemas';
import { ACCEPTANCES, DELIVERY_STATUSES, PRIORITIES, RAGS } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql } from '@gt/db';
import { boardKey } from '@gt/domain/action';
import { notFound } from '../../core/domain-error.ts';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { filterConditions } from './action-filter.ts';
import { loadRawRows, toActionRow } from './action-rows.ts';
import { all, isVisible, shownRagSql } from './action-sql.ts';
import { lastReviewOf } from './select-actions.ts';

/** Cards that every column begins with, and that "show more" adds. */
const FIRST_CARDS = 15;
const MORE_CARDS = 50;
/** Columns that come with their first cards; a board by owner may have hundreds, of which few are in sight. */
const FILLED_COLUMNS = 12;

/** The column an action stands in, over `a` and `r`; '' for none. `boardKey` says the same of a row. */
const KEYS: Record<BoardGroup, Sql> = {
  status: sql`a."status"::text`,
  rag: shownRagSql,
  team: sql`COALESCE(a."teamId", '')`,
  owner: sql`COALESCE('post:' || a."ownerPostId", 'person:' || a."ownerUserId", '')`,
  priority: sql`a."priority"::text`,
  acceptance: sql`a."acceptance"::text`,
  recommendation: sql`a."recommendationId"`,
};

/** Closed lists have a column for each value, also for those that nothing stands in. */
const FIXED: Partial<Record<BoardGroup, readonly string[]>> = {
  status: DELIVERY_STATUSES,
  rag: RAGS,
  priority: PRIORITIES,
  acceptance: ACCEPTANCES,
};

/** Most pressing first; under a recommendation in the order of its actions. */
function cardOrder(by: BoardGroup): Sql {
  return by === 'recommendation'
    ? sql`r."number", a."number"`
    : sql`a."dueDate" NULLS LAST, r."number", a."number"`;
}

const FROM = sql`FROM "action" a
  JOIN "recommendation" r ON r."id" = a."recommendationId" AND r."planId" = a."planId"
  JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL`;

/** What the filter lets through and the person may see. */
async function conditions(db: Db, scope: Scope, { planId, filter }: BoardInput): Promise<Sql> {
  const reviewAt = await lastReviewOf(db, scope, planId, filter);
  return all([sql`a."planId" = ${planId}`, isVisible(scope), ...filterConditions(scope, filter, reviewAt)]);
}

/**
 * The plan's actions in columns, each with its count and its first cards. Three statements, whatever the number of
 * actions and columns (and one for a filter that names the last review). Throws NOT_FOUND for a plan that is not there.
 */
export async function readBoard(db: Db, scope: Scope, input: BoardInput): Promise<BoardOut> {
  const { planId, by } = input;
  const shown = await conditions(db, scope, input);
  const [[plan], found] = await Promise.all([
    db.$queryRaw<{ all: number; isThere: boolean }[]>`
      SELECT count(*)::int AS "all",
        EXISTS (SELECT 1 FROM "plan" p WHERE p."id" = ${planId} AND p."deletedAt" IS NULL) AS "isThere"
      FROM "action" a WHERE a."planId" = ${planId} AND ${isVisible(scope)}`,
    countColumns(db, scope, by, shown),
  ]);
  if (!plan?.isThere) throw notFound('plan');
  const columns = inOrder(by, found);
  const filled = columns.slice(0, FILLED_COLUMNS).map(({ key }) => key);
  const raw = await loadRawRows(
    db,
    scope,
    sql`SELECT c."id" FROM (
        SELECT a."id", row_number() OVER (PARTITION BY ${KEYS[by]} ORDER BY ${cardOrder(by)}) AS "place"
        ${FROM} WHERE ${shown} AND ${KEYS[by]} = ANY(${filled}::text[])
      ) c WHERE c."place" <= ${FIRST_CARDS} ORDER BY c."place"`,
  );
  const rows = raw.map((row) => toActionRow(scope, row));
  const rowsOf = Map.groupBy(rows, (row) => boardKey(by, row));
  return {
    columns: columns.map((column, index) => {
      const cards = rowsOf.get(column.key) ?? [];
      const isFilled = index < FILLED_COLUMNS;
      return { ...column, cards: isFilled ? pageOf(cards, cards.length < column.count) : null };
    }),
    total: found.reduce((sum, { count }) => sum + count, 0),
    all: plan.all,
  };
}

/** More cards of one column. One statement; nothing for a column or a plan that is not there. */
export async function readBoardColumn(db: Db, scope: Scope, input: BoardColumnInput): Promise<BoardCards> {
  const { by, key, after } = input;
  const shown = await conditions(db, scope, input);
  const raw = await loadRawRows(
    db,
    scope,
    sql`SELECT a."id" ${FROM}
      WHERE ${shown} AND ${KEYS[by]} = ${key} ${after ? comesAfter(by, after) : emptySql}
      ORDER BY ${cardOrder(by)} LIMIT ${MORE_CARDS + 1}`,
  );
  const rows = raw.slice(0, MORE_CARDS).map((row) => toActionRow(scope, row));
  return pageOf(rows, raw.length > MORE_CARDS);
}

function pageOf(rows: ActionRow[], hasMore: boolean): BoardCards {
  const last = rows.at(-1);
  if (!last || !hasMore) return { rows, next: null };
  const { dueDate, recommendationNumber, number } = last;
  return { rows, next: { dueDate, recommendationNumber, number } };
}

function comesAfter(by: BoardGroup, after: NonNullable<BoardColumnInput['after']>): Sql {
  const later = sql`(r."number", a."number") > (${after.recommendationNumber}, ${after.number})`;
  if (by === 'recommendation') return sql`AND ${later}`;
  if (after.dueDate === null) return sql`AND a."dueDate" IS NULL AND ${later}`;
  const day = sql`${after.dueDate}::date`;
  return sql`AND (a."dueDate" IS NULL OR a."dueDate" > ${day} OR (a."dueDate" = ${day} AND ${later}))`;
}

type Counted = { key: string; name: string; holder: string | null; number: number | null; count: number };

/** One row a column that has any action, in the order of its name. */
function countColumns(db: Db, scope: Scope, by: BoardGroup, shown: Sql): Promise<Counted[]> {
  const counted = sql`SELECT ${KEYS[by]} AS "key", count(*)::int AS "count"
    ${FROM} WHERE ${shown} GROUP BY 1`;
  if (by === 'team') {
    return db.$queryRaw<Counted[]>`
      SELECT c."key", COALESCE(t."name", '') AS "name", NULL AS "holder", NULL AS "number", c."count" FROM (${counted}) c
      LEFT JOIN "team" t ON t."id" = c."key" ORDER BY lower(t."name") NULLS FIRST, c."key"`;
  }
  if (by === 'owner') {
    return db.$queryRaw<Counted[]>`
      SELECT c."key", COALESCE(p."title", u."name", '') AS "name", ${holderOf(sql`p."id"`, scope.today)} AS "holder",
        NULL AS "number",
        c."count"
      FROM (${counted}) c
      LEFT JOIN "post" p ON 'post:' || p."id" = c."key" LEFT JOIN "user" u ON 'person:' || u."id" = c."key"
      ORDER BY lower(COALESCE(p."title", u."name")) NULLS FIRST, c."key"`;
  }
  if (by === 'recommendation') {
    return db.$queryRaw<Counted[]>`
      SELECT c."key", r."quote" AS "name", NULL AS "holder", r."number", c."count" FROM (${counted}) c
      JOIN "recommendation" r ON r."id" = c."key" ORDER BY r."number"`;
  }
  return db.$queryRaw<
    Counted[]
  >`SELECT c."key", '' AS "name", NULL AS "holder", NULL AS "number", c."count" FROM (${counted}) c`;
}

/** "No team" and "no owner" come first: what nobody has is what has to be given. */
function inOrder(by: BoardGroup, found: readonly Counted[]): Counted[] {
  const fixed = FIXED[by];
  if (!fixed) return [...found];
  const countOf = new Map(found.map(({ key, count }) => [key, count]));
  return fixed.map((key) => ({ key, name: '', holder: null, number: null, count: countOf.get(key) ?? 0 }));
}
