import type { CommentAddInput, CommentOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { tellAll } from '../../core/tell.ts';
import { whoFollows } from '../../core/tell-followers.ts';
import { getComment } from './comments.repository.ts';
import { peopleWhoSee } from './people-who-see.ts';

/**
 * Says something beside the record of progress. Whoever is named with @ is told so, and whoever follows or owns the
 * action that there is a comment. The same intent twice gives the same comment.
 */
export async function addComment(ctx: Context, scope: Scope, input: CommentAddInput): Promise<CommentOut> {
  const { actionId, body, idempotencyKey } = input;
  const mentionIds = [...new Set(input.mentionIds)];
  return inTransaction(ctx.db, async (tx) => {
    const action = await tx.action.findFirst({
      where: { id: actionId, deletedAt: null },
      select: ACTION_ACCESS_SELECT,
    });
    if (!action) throw notFound('action');
    assertOnAction(scope, 'action.comment', actionRecord(action));
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'comment.add', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return getComment(tx, scope, earlier);
    await assertMentionable(tx, scope, actionId, mentionIds);
    await tx.actionComment.create({
      data: { id, actionId, authorId: scope.userId, body, createdAt: scope.now },
      select: { id: true },
    });
    await tx.commentMention.createMany({ data: mentionIds.map((userId) => ({ commentId: id, userId })) });
    const of = { planId: action.planId, actionId, sourceId: id };
    const followers = await whoFollows(tx, scope.now, [actionId]);
    await tellAll(tx, scope, [
      { ...of, kind: 'MENTIONED', userIds: mentionIds },
      {
        ...of,
        kind: 'COMMENTED',
        userIds: followers.map((row) => row.userId).filter((userId) => !mentionIds.includes(userId)),
      },
    ]);
    await recordAudit(tx, scope, {
      action: 'comment.add',
      entityType: 'COMMENT',
      entityId: id,
      planId: action.planId,
      after: { actionId, body, mentionIds },
    });
    return getComment(tx, scope, id);
  });
}

/** Naming somebody tells them of the action, so they must be able to see it. */
async function assertMentionable(
  tx: Tx,
  scope: Scope,
  actionId: string,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return;
  const able = await peopleWhoSee(tx, scope, actionId, { ids: mentionIds, limit: mentionIds.length });
  const isUnable = mentionIds.some((userId) => !able.some((person) => person.id === userId));
  if (!isUnable) return;
  // No name is given: whether somebody exists is not told to whoever may not know of them.
  const message =
    'Somebody you named may not see this action, so they cannot be told of it. Choose names from the list that opens after @.';
  throw invalid([{ field: 'body', message }]);
}
