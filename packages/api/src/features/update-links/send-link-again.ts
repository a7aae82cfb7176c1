import type { MadeUpdateLink, UpdateLinkAgainInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadManagedLink } from './load-managed-link.ts';
import { madeEarlier } from './made-earlier.ts';
import { makeLink } from './make-link.ts';

/**
 * Sends a link to the same person again, under a new secret; the one sent before stops working. Throws RULE for a
 * link that was revoked, that a newer one has replaced, or whose contact has been removed.
 */
export async function sendLinkAgain(
  ctx: Context,
  scope: Scope,
  input: UpdateLinkAgainInput,
): Promise<MadeUpdateLink> {
  return inTransaction(ctx.db, async (tx) => {
    const linkId = newId();
    const intent = { key: input.idempotencyKey, operation: 'updateLink.sendAgain', entityId: linkId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return madeEarlier(tx, earlier);
    const link = await loadManagedLink(tx, scope, input.linkId);
    if (link.revokedAt !== null) {
      throw new DomainError(
        'RULE',
        link.replacedById === null
          ? 'This link was revoked, which is final. Send a new one.'
          : 'This link has been sent again already. Look at the newer one.',
      );
    }
    if (link.email === '') {
      throw new DomainError(
        'RULE',
        'The address was removed some time after the link ended. Send a new one.',
      );
    }
    const { planId, teamId, email, name } = link;
    return makeLink(ctx, tx, scope, linkId, { planId, teamId, email, name, days: input.days });
  });
}
