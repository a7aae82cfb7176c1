import type { CommentListInput, CommentListOut, CommentOut, Mentionable } from '@gt/contracts/schemas';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { peopleWhoSee } from './people-who-see.ts';

type RawComment = {
  id: string;
  actionId: string;
  authorId: string;
  authorName: string | null;
  body: string;
  mentions: { id: string; name: string }[];
  createdAt: Date;
  deletedAt: Date | null;
  redactedAt: Date | null;
};

/** How many names the list under @ offers. */
const OFFERED = 8;

/** The comments of an action, newest first. Throws NOT_FOUND for an action the person may not see. */
export async function listComments(db: Db, scope: Scope, input: CommentListInput): Promise<CommentListOut> {
  const { actionId, after, limit } = input;
  await requireReadable(db, scope, actionId);
  const past = after
    ? sql`AND (c."createdAt", c."id") < (${new Date(after.createdAt)}::timestamptz, ${after.id})`
    : emptySql;
  // A removed comment is shown to whoever wrote it, who may put it back; to nobody else.
  const shown = sql`c."actionId" = ${actionId} AND (c."deletedAt" IS NULL OR c."authorId" = ${scope.userId})`;
  const found = await selectComments(db, sql`${shown} ${past}`, limit + 1);
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM "action_comment" WHERE "actionId" = ${actionId} AND "deletedAt" IS NULL`;
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    comments: rows.map(toComment),
    total: counted?.total ?? 0,
    next: last ? { createdAt: toInstant(last.createdAt), id: last.id } : null,
  };
}

/** One comment just written, as it is shown. The caller has shown that the person may see it. */
export async function getComment(tx: Tx, _scope: Scope, commentId: string): Promise<CommentOut> {
  const [row] = await selectComments(tx, sql`c."id" = ${commentId}`, 1);
  if (!row) throw notFound('comment');
  return toComment(row);
}

/** The names offered after an @: people who may see the action. */
export async function listMentionable(
  db: Db,
  scope: Scope,
  input: { actionId: string; q: string },
): Promise<{ people: Mentionable[] }> {
  await requireReadable(db, scope, input.actionId);
  return { people: await peopleWhoSee(db, scope, input.actionId, { q: input.q, limit: OFFERED }) };
}

async function requireReadable(db: Db, scope: Scope, actionId: string): Promise<void> {
  const action = await db.action.findFirst({
    where: { id: actionId, deletedAt: null },
    select: ACTION_ACCESS_SELECT,
  });
  if (!action) throw notFound('action');
  assertOnAction(scope, 'action.read', actionRecord(action));
}

function selectComments(db: Db | Tx, where: Sql, limit: number): Promise<RawComment[]> {
  return db.$queryRaw<RawComment[]>`
    SELECT c."id", c."actionId", c."authorId", au."name" AS "authorName", c."body", c."createdAt", c."deletedAt",
      c."redactedAt", COALESCE((SELECT json_agg(json_build_object('id', mu."id", 'name', mu."name") ORDER BY mu."name")
        FROM "comment_mention" cm JOIN "user" mu ON mu."id" = cm."userId" WHERE cm."commentId" = c."id"),
        '[]'::json) AS "mentions"
    FROM "action_comment" c LEFT JOIN "user" au ON au."id" = c."authorId"
    WHERE ${where}
    ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${limit}`;
}

function toComment(row: RawComment): CommentOut {
  const { authorId, authorName, ...rest } = row;
  return {
    ...rest,
    author: { id: authorId, name: authorName ?? '' },
    createdAt: toInstant(row.createdAt),
    deletedAt: row.deletedAt && toInstant(row.deletedAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  };
}
