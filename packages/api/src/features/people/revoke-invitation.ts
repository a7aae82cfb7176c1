import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Withdraws a one-time link; it stops working at once. Throws RULE when it has been used. */
export async function revokeInvitation(ctx: Context, scope: Scope, input: { invitationId: string }) {
  return inTransaction(ctx.db, async (tx) => {
    const gone = await tx.invitation.updateMany({
      where: { id: input.invitationId, usedAt: null, revokedAt: null },
      data: { revokedAt: scope.now },
    });
    if (gone.count === 0) throw new DomainError('RULE', 'This link has been used or withdrawn already.');
    const entry = { action: 'person.revokeInvitation', entityType: 'INVITATION', planId: null };
    await recordAudit(tx, scope, { ...entry, entityId: input.invitationId });
    return { invitationId: input.invitationId };
  });
}
