import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { secretDigest } from './secret-link.ts';

export type OpenInvitation = {
  id: string;
  kind: 'JOIN' | 'RESET';
  email: string;
  name: string;
  userId: string | null;
  roles: string[];
  teamIds: string[];
  postId: string | null;
};

/**
 * Finds a one-time link that can still be used. Opening it uses nothing up: mail scanners open links too.
 * Throws NOT_FOUND with what to do for a link that is unknown, used, withdrawn or over its date.
 */
export async function openInvitation(
  ctx: Pick<Context, 'db' | 'now'>,
  secret: string,
): Promise<OpenInvitation> {
  const row = await ctx.db.invitation.findUnique({
    where: { tokenDigest: secretDigest(secret) },
    select: {
      id: true,
      kind: true,
      email: true,
      name: true,
      userId: true,
      roles: true,
      teamIds: true,
      postId: true,
      expiresAt: true,
      usedAt: true,
      revokedAt: true,
    },
  });
  if (!row || row.usedAt || row.revokedAt || row.expiresAt <= ctx.now) {
    throw new DomainError(
      'NOT_FOUND',
      'This link has been used, withdrawn or is past its date. Ask an administrator for a new one.',
    );
  }
  const { expiresAt: _expiresAt, usedAt: _usedAt, revokedAt: _revokedAt, ...invitation } = row;
  return invitation;
}
