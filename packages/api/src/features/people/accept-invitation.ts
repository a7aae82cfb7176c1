import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { handOverPost } from '../teams/hand-over-post.ts';
import { type OpenInvitation, openInvitation } from './open-invitation.ts';

/**
 * Uses a one-time link: JOIN makes the account with the roles, teams and post that the administrator chose (nothing
 * in the request can change them); RESET sets a new password, ends every session and takes back other links. Throws NOT_FOUND for a spent
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
  const taken = await tx.user.findUnique({ where: { email: invitation.email }, select: { id: true } });
  if (taken) throw new DomainError('RULE', 'This address has an account already. Sign in instead.');
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
  // Days have passed since the invitation: what was put away meanwhile is not joined.
  const teams = await tx.team.findMany({
    where: { id: { in: invitation.teamIds }, archivedAt: null },
    select: { id: true },
  });
  await tx.teamMembership.createMany({ data: teams.map(({ id: teamId }) => ({ userId, teamId })) });
  const previousHolder = invitation.postId ? await takePost(ctx, tx, userId, invitation.postId) : null;
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
      previousHolder,
    },
  });
}

/**
 * A post has one holder at a time: the newcomer takes over from whoever held it until yesterday. One that was put
 * away, or promised to somebody from a later day, is left alone.
 */
async function takePost(ctx: Context, tx: Tx, userId: string, postId: string): Promise<string | null> {
  const open = await tx.post.updateMany({
    where: { id: postId, archivedAt: null },
    data: { version: { increment: 1 } },
  });
  const promised = await tx.postHolding.findFirst({
    where: { postId, fromDate: { gt: fromIsoDate(ctx.today) } },
    select: { id: true },
  });
  if (open.count === 0 || promised) return null;
  const { previous } = await handOverPost(tx, { postId, userId, fromDate: ctx.today, note: '' });
  return previous;
}

async function reset(ctx: Context, tx: Tx, invitation: OpenInvitation, password: string): Promise<void> {
  const userId = invitation.userId ?? '';
  // Deactivated while the link was on its way: the account stays as it was closed.
  const active = await tx.user.count({ where: { id: userId, deactivatedAt: null } });
  if (active === 0) throw new DomainError('NOT_FOUND', 'This account is closed. Ask an administrator.');
  await tx.invitation.updateMany({
    where: { userId, kind: 'RESET', usedAt: null, revokedAt: null },
    data: { revokedAt: ctx.now },
  });
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
