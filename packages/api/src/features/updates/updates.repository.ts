import type { ProgressUpdateOut, UpdateListInput, UpdateListOut } from '@gt/contracts/schemas';
import { type Db, emptySql, sql, type Tx } from '@gt/db';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type UpdateTexts, updateTexts } from '../../core/update-texts.ts';

type RawUpdate = UpdateTexts & { authorName: string | null; onBehalfOfName: string | null; total: number };

/** Updates of an action, newest first. The caller has shown that the person may see the action. */
async function selectUpdates(
  db: Db | Tx,
  _scope: Scope,
  which: { actionId: string; updateId?: string; limit: number; offset: number },
): Promise<{ updates: ProgressUpdateOut[]; total: number }> {
  const rows = await db.$queryRaw<RawUpdate[]>`
    SELECT ${updateTexts}, au."name" AS "authorName", ou."name" AS "onBehalfOfName",
      (count(*) OVER ())::int AS "total"
    FROM "progress_update" pu
    LEFT JOIN "user" au ON au."id" = pu."authorId"
    LEFT JOIN "user" ou ON ou."id" = pu."onBehalfOfId"
    WHERE pu."actionId" = ${which.actionId} ${which.updateId ? sql`AND pu."id" = ${which.updateId}` : emptySql}
    ORDER BY pu."createdAt" DESC, pu."id" DESC LIMIT ${which.limit} OFFSET ${which.offset}`;
  return { updates: rows.map(toUpdate), total: rows[0]?.total ?? 0 };
}

/** The progress updates of an action, newest first. Throws NOT_FOUND for an action the person may not see. */
export async function listUpdates(db: Db, scope: Scope, input: UpdateListInput): Promise<UpdateListOut> {
  const action = await db.action.findFirst({
    where: { id: input.actionId, deletedAt: null },
    select: ACTION_ACCESS_SELECT,
  });
  if (!action) throw notFound('action');
  assertOnAction(scope, 'action.read', actionRecord(action));
  return selectUpdates(db, scope, { actionId: input.actionId, ...input.page });
}

/** One update just written, as it is shown. */
export async function getUpdate(
  tx: Tx,
  scope: Scope,
  at: { actionId: string; updateId: string },
): Promise<ProgressUpdateOut> {
  const { updates } = await selectUpdates(tx, scope, { ...at, limit: 1, offset: 0 });
  const [update] = updates;
  if (!update) throw notFound('update');
  return update;
}

function toUpdate(row: RawUpdate): ProgressUpdateOut {
  const { authorId, authorName, onBehalfOfId, onBehalfOfName, total: _total, ...rest } = row;
  return {
    ...rest,
    author: { id: authorId, name: authorName ?? '' },
    onBehalfOf: onBehalfOfId === null ? null : { id: onBehalfOfId, name: onBehalfOfName ?? '' },
    createdAt: toInstant(row.createdAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  };
}
