import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { deliverLink, linkExpiry } from './one-time-link.ts';
import { newSecret, secretDigest } from './secret-link.ts';

/** A one-time link for a new password, by mail or shown once. The present password works until it is used. */
export async function createResetLink(
  ctx: Context,
  scope: Scope,
  input: { userId: string; idempotencyKey: string },
) {
  return inTransaction(ctx.db, async (tx) => {
    const user = await tx.user.findFirst({
      where: { id: input.userId, deactivatedAt: null },
      select: { id: true, email: true, name: true },
    });
    if (!user) throw notFound('person');
    const invitationId = newId();
    const intent = { key: input.idempotencyKey, operation: 'people.resetLink', entityId: invitationId };
    if (await claimOnce(tx, scope, intent)) {
      throw new DomainError('RULE', 'This link has been made already and was shown once. Ask for a new one.');
    }
    await tx.invitation.updateMany({
      where: { userId: user.id, kind: 'RESET', usedAt: null, revokedAt: null },
      data: { revokedAt: scope.now },
    });
    const secret = newSecret();
    await tx.invitation.create({
      data: {
        id: invitationId,
        kind: 'RESET',
        tokenDigest: secretDigest(secret),
        email: user.email,
        name: user.name,
        userId: user.id,
        createdById: scope.userId,
        createdAt: scope.now,
        expiresAt: linkExpiry(scope.now),
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'person.resetLink',
      entityType: 'USER',
      entityId: user.id,
      planId: null,
    });
    return { invitationId, ...(await deliverLink(ctx, tx, { kind: 'RESET', secret, email: user.email })) };
  });
}
