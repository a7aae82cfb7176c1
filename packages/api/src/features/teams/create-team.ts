import type { TeamKind } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { assertNameIsFree } from './name-is-free.ts';

/** Makes a team of the trust, or a partner agency. Throws INVALID when the name is taken. */
export async function createTeam(
  ctx: Context,
  scope: Scope,
  input: { name: string; kind: TeamKind; idempotencyKey: string },
): Promise<{ teamId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const teamId = newId();
    const intent = { key: input.idempotencyKey, operation: 'teams.create', entityId: teamId };
    const prior = await claimOnce(tx, scope, intent);
    if (prior) return { teamId: prior };
    await assertNameIsFree(tx, 'team', input.name, null);
    const after = { name: input.name, kind: input.kind };
    await tx.team.create({ data: { id: teamId, ...after, createdAt: scope.now }, select: { id: true } });
    await recordAudit(tx, scope, {
      action: 'team.create',
      entityType: 'TEAM',
      entityId: teamId,
      planId: null,
      after,
    });
    return { teamId };
  });
}
