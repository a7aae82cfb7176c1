import { inTransaction } from '@gt/db';
import { OPEN_STATUSES } from '@gt/domain/action';
import { countOf } from '@gt/domain/wording';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { assertNameIsFree } from './name-is-free.ts';

/** Renames a team, or puts it away (and back). A team with open work cannot be put away: throws RULE. */
export async function editTeam(
  ctx: Context,
  scope: Scope,
  input: { teamId: string; version: number; name: string; archived: boolean },
): Promise<{ teamId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const select = { name: true, archivedAt: true, version: true } as const;
    const row = await tx.team.findUnique({ where: { id: input.teamId }, select });
    if (!row) throw notFound('team');
    await assertNameIsFree(tx, 'team', input.name, input.teamId);
    if (input.archived && row.archivedAt === null) {
      const open = await tx.action.count({
        where: { teamId: input.teamId, deletedAt: null, status: { in: [...OPEN_STATUSES] } },
      });
      if (open > 0) {
        const what = countOf(open, 'open action');
        throw new DomainError('RULE', `This team has ${what}. Give that work to another team first.`);
      }
    }
    const before = { name: row.name, archived: row.archivedAt !== null };
    const after = { name: input.name, archived: input.archived };
    const archivedAt = input.archived ? (row.archivedAt ?? scope.now) : null;
    const written = await tx.team.updateMany({
      where: { id: input.teamId, version: input.version },
      data: { name: input.name, archivedAt, version: { increment: 1 } },
    });
    if (written.count === 0) throw await staleWrite(tx, 'TEAM', input.teamId, row.version, before);
    const changes = changedFields(before, after);
    await recordAudit(tx, scope, {
      action: 'team.edit',
      entityType: 'TEAM',
      entityId: input.teamId,
      planId: null,
      ...changes,
    });
    return { teamId: input.teamId };
  });
}
