import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadManagedLink } from './load-managed-link.ts';
import { withdrawMail } from './withdraw-mail.ts';

/**
 * Ends a link at once and for good; its mail is taken back if it has not gone out. What was sent by it stays. Throws
 * RULE when it has ended already.
 */
export async function revokeUpdateLink(ctx: Context, scope: Scope, input: { linkId: string }) {
  return inTransaction(ctx.db, async (tx) => {
    const link = await loadManagedLink(tx, scope, input.linkId);
    if (link.revokedAt !== null) {
      throw new DomainError('RULE', 'This link does not work any more. Nothing had to be done.');
    }
    await withdrawMail(tx, [link]);
    await tx.updateLink.update({
      where: { id: link.id },
      data: { revokedAt: scope.now, revokedById: scope.userId },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'updateLink.revoke',
      entityType: 'UPDATE_LINK',
      entityId: link.id,
      planId: link.planId,
      after: { teamId: link.teamId },
    });
    return { linkId: link.id };
  });
}
