import type { MeasureCommentRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Takes one's own comment on a figure out of sight; the words stay in the history. */
export async function removeFigureComment(
  ctx: Context,
  scope: Scope,
  { commentId }: { commentId: string },
): Promise<MeasureCommentRef> {
  return setRemoved(ctx, scope, commentId, true);
}

/** Puts one's own removed comment back where it stood. */
export async function restoreFigureComment(
  ctx: Context,
  scope: Scope,
  { commentId }: { commentId: string },
): Promise<MeasureCommentRef> {
  return setRemoved(ctx, scope, commentId, false);
}

async function setRemoved(
  ctx: Context,
  scope: Scope,
  commentId: string,
  isRemoved: boolean,
): Promise<MeasureCommentRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.measureComment.findFirst({
      where: { id: commentId, measure: { deletedAt: null, plan: { deletedAt: null } } },
      select: {
        measureId: true,
        authorId: true,
        deletedAt: true,
        redactedAt: true,
        measure: { select: { planId: true } },
      },
    });
    const isHidden = row?.deletedAt && row.authorId !== scope.userId;
    if (!row || isHidden) throw notFound('comment');
    if (row.authorId !== scope.userId)
      throw notAllowed('Only whoever wrote a comment can remove it, or put it back.');
    if (row.redactedAt) throw new DomainError('RULE', 'The words of this comment were destroyed.');
    const written = await tx.measureComment.updateMany({
      where: { id: commentId, deletedAt: isRemoved ? null : { not: null } },
      data: { deletedAt: isRemoved ? scope.now : null },
    });
    if (written.count > 0) {
      await recordAudit(tx, scope, {
        action: isRemoved ? 'measure.removeComment' : 'measure.restoreComment',
        entityType: 'MEASURE_COMMENT',
        entityId: commentId,
        planId: row.measure.planId,
      });
    }
    return { measureId: row.measureId, commentId };
  });
}
