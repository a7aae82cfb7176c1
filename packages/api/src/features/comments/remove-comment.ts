import type { CommentRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Takes one's own comment out of sight. The words stay in the history and can be put back. */
export async function removeComment(
  ctx: Context,
  scope: Scope,
  input: { commentId: string },
): Promise<CommentRef> {
  return setRemoved(ctx, scope, input.commentId, true);
}

/** Puts one's own removed comment back where it stood. */
export async function restoreComment(
  ctx: Context,
  scope: Scope,
  input: { commentId: string },
): Promise<CommentRef> {
  return setRemoved(ctx, scope, input.commentId, false);
}

async function setRemoved(
  ctx: Context,
  scope: Scope,
  commentId: string,
  isRemoved: boolean,
): Promise<CommentRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.actionComment.findUnique({
      where: { id: commentId },
      select: {
        actionId: true,
        authorId: true,
        deletedAt: true,
        redactedAt: true,
        action: { select: { ...ACTION_ACCESS_SELECT, deletedAt: true } },
      },
    });
    const isHidden = row?.deletedAt && row.authorId !== scope.userId;
    if (!row || row.action.deletedAt || isHidden) throw notFound('comment');
    assertOnAction(scope, 'action.comment', actionRecord(row.action));
    if (row.authorId !== scope.userId) {
      throw notAllowed('Only whoever wrote a comment can remove it, or put it back.');
    }
    if (row.redactedAt) throw new DomainError('RULE', 'The words of this comment were destroyed.');
    const written = await tx.actionComment.updateMany({
      where: { id: commentId, deletedAt: isRemoved ? null : { not: null } },
      data: { deletedAt: isRemoved ? scope.now : null },
    });
    // Said twice, it is as it was asked for: nothing more to do, nothing to record.
    if (written.count > 0) {
      await recordAudit(tx, scope, {
        action: isRemoved ? 'comment.remove' : 'comment.restore',
        entityType: 'COMMENT',
        entityId: commentId,
        planId: row.action.planId,
      });
    }
    return { id: commentId, actionId: row.actionId };
  });
}
