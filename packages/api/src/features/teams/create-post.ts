import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { assertNameIsFree } from './name-is-free.ts';

/** Makes a post in a team; it is vacant until somebody is given it. Throws INVALID when the title is taken. */
export async function createPost(
  ctx: Context,
  scope: Scope,
  input: { title: string; teamId: string; idempotencyKey: string },
): Promise<{ postId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const postId = newId();
    const intent = { key: input.idempotencyKey, operation: 'teams.createPost', entityId: postId };
    const prior = await claimOnce(tx, scope, intent);
    if (prior) return { postId: prior };
    const team = await tx.team.findFirst({
      where: { id: input.teamId, archivedAt: null },
      select: { id: true },
    });
    if (!team)
      throw invalid([{ field: 'teamId', message: 'This team is not there any more. Choose another.' }]);
    await assertNameIsFree(tx, 'post', input.title, null);
    const after = { title: input.title, teamId: input.teamId };
    await tx.post.create({ data: { id: postId, ...after, createdAt: scope.now }, select: { id: true } });
    await recordAudit(tx, scope, {
      action: 'post.create',
      entityType: 'POST',
      entityId: postId,
      planId: null,
      after,
    });
    return { postId };
  });
}
