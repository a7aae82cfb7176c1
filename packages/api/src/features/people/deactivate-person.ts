import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { assertAnAdministratorRemains } from './edit-person.ts';

/** Closes an account: every session ends at once, history keeps the name. Nobody deactivates themselves. */
export async function deactivatePerson(
  ctx: Context,
  scope: Scope,
  input: { userId: string; version: number },
) {
  if (input.userId === scope.userId) {
    throw new DomainError('RULE', 'You cannot deactivate your own account. Another administrator can.');
  }
  return setActive(ctx, scope, input, false);
}

/** Opens a deactivated account again, with the roles and password it had. */
export async function reactivatePerson(
  ctx: Context,
  scope: Scope,
  input: { userId: string; version: number },
) {
  return setActive(ctx, scope, input, true);
}

async function setActive(
  ctx: Context,
  scope: Scope,
  input: { userId: string; version: number },
  active: boolean,
) {
  return inTransaction(ctx.db, async (tx) => {
    const { userId } = input;
    const row = await tx.user.findUnique({
      where: { id: userId },
      select: { version: true, deactivatedAt: true },
    });
    if (!row) throw notFound('person');
    const written = await tx.user.updateMany({
      where: { id: userId, version: input.version },
      data: { deactivatedAt: active ? null : scope.now, version: { increment: 1 } },
    });
    const before = { active: row.deactivatedAt === null };
    if (written.count === 0) throw await staleWrite(tx, 'USER', userId, row.version, before);
    if (!active) {
      await tx.session.deleteMany({ where: { userId } });
      await tx.invitation.updateMany({
        where: { userId, usedAt: null, revokedAt: null },
        data: { revokedAt: scope.now },
      });
      await assertAnAdministratorRemains(tx);
    }
    const action = active ? 'person.reactivate' : 'person.deactivate';
    await recordAudit(tx, scope, {
      action,
      entityType: 'USER',
      entityId: userId,
      planId: null,
      before,
      after: { active },
    });
    return { userId };
  });
}
