import type {
  LatestUpdateOut,
  ProgressUpdateOut,
  UpdateListInput,
  UpdateListOut,
  UpdateWordsOut,
} from '@gt/contracts/schemas';
import { type Db, emptySql, sql, type Tx } from '@gt/db';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type UpdateTexts, updateChains, updateTexts } from '../../core/update-texts.ts';

type RawUpdate = UpdateTexts & {
  authorName: string | null;
  onBehalfOfName: string | null;
  headId: string;
  firstPostedAt: Date;
  total: number;
};

/**
 * Updates of an action that stand, newest first, each with the words that it took the place of. The caller has shown
 * that the person may see the action. One statement.
 */
async function selectUpdates(
  db: Db | Tx,
  _scope: Scope,
  which: { actionId: string; updateId?: string; limit: number; offset: number },
): Promise<{ updates: ProgressUpdateOut[]; total: number }> {
  const rows = await db.$queryRaw<RawUpdate[]>`
    WITH RECURSIVE ${updateChains(sql`pu."actionId" = ${which.actionId}`)}, "page" AS (
      SELECT "headId", min("createdAt") AS "firstPostedAt", min("id") AS "firstId", (count(*) OVER ())::int AS "total"
      FROM "chain" GROUP BY "headId" ${which.updateId ? sql`HAVING bool_or("id" = ${which.updateId})` : emptySql}
      ORDER BY 2 DESC, 3 DESC LIMIT ${which.limit} OFFSET ${which.offset})
    SELECT ${updateTexts}, au."name" AS "authorName", ou."name" AS "onBehalfOfName",
      p."headId", p."firstPostedAt", p."total"
    FROM "page" p JOIN "chain" c ON c."headId" = p."headId" JOIN "progress_update" pu ON pu."id" = c."id"
    LEFT JOIN "user" au ON au."id" = pu."authorId"
    LEFT JOIN "user" ou ON ou."id" = pu."onBehalfOfId"
    ORDER BY p."firstPostedAt" DESC, p."firstId" DESC, p."headId" DESC, c."depth"`;
  const updates = [...Map.groupBy(rows, ({ headId }) => headId).values()].flatMap(([head, ...replaced]) =>
    head
      ? [
          {
            ...toWords(head),
            firstPostedAt: toInstant(head.firstPostedAt),
            replaced: replaced.map(toWords),
          },
        ]
      : [],
  );
  return { updates, total: rows[0]?.total ?? 0 };
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

/** The newest account of each of these actions, by action. The caller has shown that the person may see them. */
export async function latestUpdates(
  db: Db | Tx,
  _scope: Scope,
  actionIds: readonly string[],
): Promise<Map<string, LatestUpdateOut>> {
  const rows = await db.$queryRaw<RawUpdate[]>`
    WITH RECURSIVE ${updateChains(sql`pu."actionId" = ANY(${[...actionIds]}::text[])`)}, "place" AS (
      SELECT "headId", min("createdAt") AS "firstPostedAt", min("id") AS "firstId" FROM "chain" GROUP BY "headId")
    SELECT DISTINCT ON (pu."actionId") ${updateTexts}, au."name" AS "authorName", ou."name" AS "onBehalfOfName",
      p."headId", p."firstPostedAt", 1 AS "total"
    FROM "place" p JOIN "progress_update" pu ON pu."id" = p."headId"
    LEFT JOIN "user" au ON au."id" = pu."authorId"
    LEFT JOIN "user" ou ON ou."id" = pu."onBehalfOfId"
    ORDER BY pu."actionId", p."firstPostedAt" DESC, p."firstId" DESC`;
  return new Map(
    rows.map((row) => [row.actionId, { ...toWords(row), firstPostedAt: toInstant(row.firstPostedAt) }]),
  );
}

/** One update, or what stands in its place by now, as it is shown. */
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

function toWords(row: RawUpdate): UpdateWordsOut {
  const { authorId, authorName, onBehalfOfId, onBehalfOfName, linkId, writtenBy, ...rest } = row;
  const { headId: _headId, firstPostedAt: _first, total: _total, ...words } = rest;
  return {
    ...words,
    author: { id: authorId, name: authorName ?? '' },
    onBehalfOf: onBehalfOfId === null ? null : { id: onBehalfOfId, name: onBehalfOfName ?? '' },
    byLink: linkId === null ? null : writtenBy,
    createdAt: toInstant(row.createdAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  };
}
