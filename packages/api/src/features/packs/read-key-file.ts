import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { getPack } from './packs.repository.ts';

/** The public half of the key that signed a pack, as PEM. Throws NOT_FOUND, and RULE for one without a signature. */
export async function readKeyFile(ctx: Context, scope: Scope, packId: string): Promise<string> {
  const { key } = await getPack(ctx.db, scope, packId);
  if (!key) throw new DomainError('RULE', 'This pack is not signed, so there is no key to check it with.');
  return key.pem;
}
