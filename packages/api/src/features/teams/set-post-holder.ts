import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { type HandOver, handOverPost } from './hand-over-post.ts';

/** Hands a post over from a day on, or leaves it vacant. Throws CONFLICT on a stale version, and as `handOverPost`. */
export async function setPostHolder(
  ctx: Context,
  scope: Scope,
  input: HandOver & { version: number },
): Promise<{ postId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await tx.post.findUnique({
      where: { id: input.postId },
      select: { version: true, archivedAt: true },
    });
    if (!post) throw notFound('post');
    if (post.archivedAt && input.userId) {
      throw new DomainError('RULE', 'This post is put away. Bring it back before somebody takes it over.');
    }
    const written = await tx.post.updateMany({
      where: { id: input.postId, version: input.version },
      data: { version: { increment: 1 } },
    });
    if (written.count === 0) {
      const holder = await holderToday(tx, scope, input.postId);
      throw await staleWrite(tx, 'POST', input.postId, post.version, { holder });
    }
    const { previous, next } = await handOverPost(tx, input);
    await recordAudit(tx, scope, {
      action: 'post.setHolder',
      entityType: 'POST',
      entityId: input.postId,
      planId: null,
      before: { holder: previous },
      after: { holder: next, fromDate: input.fromDate, note: input.note },
    });
    return { postId: input.postId };
  });
}

async function holderToday(tx: Tx, scope: Scope, postId: string): Promise<string | null> {
  const today = fromIsoDate(scope.today);
  const holding = await tx.postHolding.findFirst({
    where: { postId, fromDate: { lte: today }, OR: [{ toDate: null }, { toDate: { gte: today } }] },
    orderBy: { fromDate: 'desc' },
    select: { user: { select: { name: true } } },
  });
  return holding?.user.name ?? null;
}
