import type { ActionListInput } from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import type { Scope } from '../../core/scope.ts';
import { sortKeys } from './action-order.ts';
import { loadRawRows, toActionRow } from './action-rows.ts';
import { all, isVisible } from './action-sql.ts';
import type { ExportRow } from './export-columns.ts';
import { orderBy } from './list-cursor.ts';
import { namesFor, selectActions } from './select-actions.ts';

/** Rows held at once while an export is written. */
const CHUNK = 1000;

/**
 * The ids of the whole list in its order: sorted once, where pages by cursor would sort what is left for each chunk.
 * A hundred thousand of them are some ten megabytes.
 */
export async function listExportIds(
  db: Db,
  scope: Scope,
  { planId, filter, sort, groupBy }: Pick<ActionListInput, 'planId' | 'filter' | 'sort' | 'groupBy'>,
): Promise<string[]> {
  const { from, visible, conditions } = await selectActions(db, scope, planId, filter);
  const keys = sortKeys(scope, sort, groupBy);
  const [row] = await db.$queryRaw<{ ids: string[] | null }[]>`
    SELECT ARRAY(SELECT a."id" ${from} ${namesFor(keys.map(({ column }) => column))}
      WHERE ${all([visible, ...conditions])} ORDER BY ${orderBy(keys)}) AS "ids"`;
  return row?.ids ?? [];
}

/** Whether the person reads the plan, or at least one action of it. */
export async function seesSomething(db: Db, scope: Scope, planId: string): Promise<boolean> {
  if (seesWholePlan(scope.roles)) return true;
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "action" a WHERE a."planId" = ${planId} AND ${isVisible(scope)} LIMIT 1`;
  return found.length > 0;
}

/** The rows of these actions in this order, a thousand at a time; what was removed meanwhile is left out. */
export async function* readExportRows(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ExportRow> {
  for (let at = 0; at < ids.length; at += CHUNK) {
    signal.throwIfAborted();
    const rows = await loadRawRows<{ detail: string; successMeasure: string; quote: string }>(
      db,
      scope,
      sql`SELECT a."id" FROM unnest(${ids.slice(at, at + CHUNK)}::text[]) WITH ORDINALITY AS asked(id, place)
        JOIN "action" a ON a."id" = asked.id WHERE ${isVisible(scope)} ORDER BY asked.place`,
      sql`, a."detail", a."successMeasure", r."quote"`,
    );
    for (const row of rows) {
      const { detail, successMeasure, quote } = row;
      yield { ...toActionRow(scope, row), detail, successMeasure, quote };
    }
  }
}
