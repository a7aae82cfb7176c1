import type { MadeUpdateLink, UpdateLinkCreateInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { madeEarlier } from './made-earlier.ts';
import { makeLink } from './make-link.ts';

/**
 * Sends a partner without an account a link to their own actions, or answers it to be passed on. The same intent
 * twice sends one. Throws as `makeLink` does.
 */
export async function createUpdateLink(
  ctx: Context,
  scope: Scope,
  input: UpdateLinkCreateInput,
): Promise<MadeUpdateLink> {
  const { idempotencyKey: key, ...link } = input;
  return inTransaction(ctx.db, async (tx) => {
    const linkId = newId();
    const earlier = await claimOnce(tx, scope, { key, operation: 'updateLink.create', entityId: linkId });
    return earlier ? madeEarlier(tx, earlier) : makeLink(ctx, tx, scope, linkId, link);
  });
}
