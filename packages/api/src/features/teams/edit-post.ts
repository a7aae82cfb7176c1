import { inTransaction, type Tx } from '@gt/db';
import { OPEN_STATUSES } from '@gt/domain/action';
import { countOf } from '@gt/domain/wording';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { assertNameIsFree } from './name-is-free.ts';

/** Renames a post, moves it to another team, or puts it away. One that owns open work stays: throws RULE. */
export async function editPost(
  ctx: Context,
  scope: Scope,
  input: { postId: string; version: number; title: string; teamId: string; archived: boolean },
): Promise<{ postId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const select = { title: true, teamId: true, archivedAt: true, version: true } as const;
    const row = await tx.post.findUnique({ where: { id: input.postId }, select });
    if (!row) throw notFound('post');
    await assertNameIsFree(tx, 'post', input.title, input.postId);
    if (input.teamId !== row.teamId) await assertTeamIsOpen(tx, input.teamId);
    if (input.archived && row.archivedAt === null) {
      const open = await tx.action.count({
        where: { ownerPostId: input.postId, deletedAt: null, status: { in: [...OPEN_STATUSES] } },
      });
      if (open > 0) {
        const what = countOf(open, 'open action');
        throw new DomainError('RULE', `This post owns ${what}. Give that work to another post first.`);
      }
    }
    const before = { title: row.title, teamId: row.teamId, archived: row.archivedAt !== null };
    const { title, teamId, archived } = input;
    const written = await tx.post.updateMany({
      where: { id: input.postId, version: input.version },
      data: {
        title,
        teamId,
        archivedAt: archived ? (row.archivedAt ?? scope.now) : null,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw await staleWrite(tx, 'POST', input.postId, row.version, before);
    const changes = changedFields(before, { title, teamId, archived });
    await recordAudit(tx, scope, {
      action: 'post.edit',
      entityType: 'POST',
      entityId: input.postId,
      planId: null,
      ...changes,
    });
    return { postId: input.postId };
  });
}

async function assertTeamIsOpen(tx: Tx, teamId: string): Promise<void> {
  const team = await tx.team.findFirst({ where: { id: teamId, archivedAt: null }, select: { id: true } });
  if (!team)
    throw invalid([{ field: 'teamId', message: 'This team is not there any more. Choose another.' }]);
}
