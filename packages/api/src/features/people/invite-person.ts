import type { Role } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { deliverLink, linkExpiry } from './one-time-link.ts';
import { newSecret, secretDigest } from './secret-link.ts';

export type InviteInput = {
  email: string;
  name: string;
  roles: Role[];
  teamIds: string[];
  postId: string | null;
  idempotencyKey: string;
};

/**
 * Invites somebody with the roles, teams and post they will have. The link goes out by mail, or is shown once. An
 * earlier open invitation to the same address is withdrawn. Throws INVALID when the address has an account.
 */
export async function invitePerson(ctx: Context, scope: Scope, input: InviteInput) {
  return inTransaction(ctx.db, async (tx) => {
    const invitationId = newId();
    const intent = { key: input.idempotencyKey, operation: 'people.invite', entityId: invitationId };
    if (await claimOnce(tx, scope, intent)) {
      throw new DomainError(
        'RULE',
        'This invitation has been made already. Its link was shown once; withdraw it and invite again for a new one.',
      );
    }
    await checkTargets(tx, input);
    await tx.invitation.updateMany({
      where: { email: input.email, kind: 'JOIN', usedAt: null, revokedAt: null },
      data: { revokedAt: scope.now },
    });
    const secret = newSecret();
    const { email, name, roles, teamIds, postId } = input;
    await tx.invitation.create({
      data: {
        id: invitationId,
        kind: 'JOIN',
        tokenDigest: secretDigest(secret),
        email,
        name,
        roles,
        teamIds,
        postId,
        createdById: scope.userId,
        createdAt: scope.now,
        expiresAt: linkExpiry(scope.now),
      },
      select: { id: true },
    });
    const after = { email, name, roles, teamIds, postId };
    const entry = {
      action: 'person.invite',
      entityType: 'INVITATION',
      entityId: invitationId,
      planId: null,
      after,
    };
    await recordAudit(tx, scope, entry);
    return { invitationId, ...(await deliverLink(ctx, tx, { kind: 'JOIN', secret, email })) };
  });
}

async function checkTargets(tx: Tx, input: InviteInput): Promise<void> {
  const taken = await tx.user.findUnique({ where: { email: input.email }, select: { deactivatedAt: true } });
  if (taken) {
    const message = taken.deactivatedAt
      ? 'This address belongs to a deactivated account. Make that account active again instead.'
      : 'This address has an account already.';
    throw invalid([{ field: 'email', message }]);
  }
  const teams = await tx.team.count({ where: { id: { in: input.teamIds }, archivedAt: null } });
  if (teams !== new Set(input.teamIds).size) {
    throw invalid([{ field: 'teamIds', message: 'One of the teams is not there any more. Choose again.' }]);
  }
  if (input.postId) {
    const post = await tx.post.findFirst({
      where: { id: input.postId, archivedAt: null },
      select: { id: true },
    });
    if (!post)
      throw invalid([{ field: 'postId', message: 'This post is not there any more. Choose again.' }]);
  }
}
