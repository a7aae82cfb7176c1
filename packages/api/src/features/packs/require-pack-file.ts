import { formatDate } from '@gt/contracts/words';
import type { Context } from '../../core/context.ts';
import { londonDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { findPackFile } from './packs.repository.ts';

/** The stored file of a finished pack. Throws NOT_FOUND, and RULE with why there is no file (any more). */
export async function requirePackFile(
  ctx: Context,
  scope: Scope,
  packId: string,
): Promise<{ planId: string; number: number; sha256: string; fileName: string; size: number }> {
  const pack = await findPackFile(ctx.db, scope, packId);
  if (pack.redactedAt) {
    const on = formatDate(londonDate(pack.redactedAt));
    throw new DomainError(
      'RULE',
      `This pack was withdrawn on ${on}, because something in it was destroyed. Build a new one.`,
    );
  }
  if (pack.expiredAt) {
    const on = formatDate(londonDate(pack.expiredAt));
    throw new DomainError(
      'RULE',
      `The file of this pack was removed on ${on}, when the time for keeping it was over. Build a new one.`,
    );
  }
  if (pack.state !== 'READY' || !pack.sha256) {
    throw new DomainError('RULE', 'This pack is not finished, so there is no file yet.');
  }
  return {
    planId: pack.planId,
    number: pack.number,
    sha256: pack.sha256,
    fileName: pack.fileName ?? 'Evidence pack.zip',
    size: Number(pack.size ?? 0),
  };
}
