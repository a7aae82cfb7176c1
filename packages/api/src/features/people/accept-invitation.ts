import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { type OpenInvitation, openInvitation } from './open-invitation.ts';

/**
 * Uses a one-time link: JOIN makes the account with the roles, teams and post that the administrator chose (nothing
 * in the request can change them); RESET sets a new password and ends every session. Throws NOT_FOUND for a spent
 * link and INVALID for a weak password.
 */
export async function acceptInvitation(
  ctx: Context,
  input: { secret: string; password: string },
): Promise<{ email: string }> {
  const invitation = await openInvitation(ctx, input.secret);
  const problem = ctx.accounts.passwordProblem(input.password, [invitation.name, invitation.email]);
  if (problem) throw invalid([{ field: 'password', message: problem }]);
  const password = await ctx.accounts.hashPassword(input.password);
  await inTransaction(ctx.db, async (tx) => {
    const used = await tx.invitation.updateMany({
      where: { id: invitation.id, usedAt: null, revokedAt: null },
      data: { usedAt: ctx.now },
    });
    if (used.count === 0) throw new DomainError('NOT_FOUND', 'This link has just been used.');
    if (invitation.kind === 'JOIN') await join(ctx, tx, invitation, password);
    else await reset(ctx, tx, invitation, password);
  });
  return { email: invitation.email };
}

async function join(ctx: Context, tx: Tx, invitation: OpenInvitation, password: string): Promise<void> {
  const userId = newId();
  await tx.user.create({
    data: { id: userId, email: invitation.email, name: invitation.name },
    select: { id: true },
  });
  await tx.account.create({
    data: { userId, accountId: userId, providerId: 'credential', password },
    select: { id: true },
  });
  const roles = invitation.roles as never[];
  await tx.roleGrant.createMany({ data: roles.map((role) => ({ userId, role })) });
  await tx.teamMembership.createMany({ data: invitation.teamIds.map((teamId) => ({ userId, teamId })) });
  if (invitation.postId) {
    await tx.postHolding.create({
      data: { userId, postId: invitation.postId, fromDate: fromIsoDate(ctx.today) },
      select: { id: true },
    });
  }
  const who = { userId, userName: invitation.name, now: ctx.now, requestId: ctx.requestId };
  await recordAudit(tx, who, {
    action: 'person.join',
    entityType: 'USER',
    entityId: userId,
    planId: null,
    after: {
      name: invitation.name,
      roles: invitation.roles,
      teamIds: invitation.teamIds,
      postId: invitation.postId,
    },
  });
}

async function reset(ctx: Context, tx: Tx, invitation: OpenInvitation, password: string): Promise<void> {
  const userId = invitation.userId ?? '';
  await tx.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password } });
  await tx.session.deleteMany({ where: { userId } });
  const who = { userId, userName: invitation.name, now: ctx.now, requestId: ctx.requestId };
  await recordAudit(tx, who, {
    action: 'person.resetPassword',
    entityType: 'USER',
    entityId: userId,
    planId: null,
  });
}
