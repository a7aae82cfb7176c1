import type { MadeUpdateLink } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';

/** The answer to a repeated request: the mail that is on its way. Throws RULE for a link that was shown. */
export async function madeEarlier(tx: Tx, linkId: string): Promise<MadeUpdateLink> {
  const { email, outboxMailId, expiresAt } = await tx.updateLink.findUniqueOrThrow({
    where: { id: linkId },
    select: { email: true, outboxMailId: true, expiresAt: true },
  });
  if (outboxMailId === null) {
    throw new DomainError(
      'RULE',
      'This link has been made already and was shown once. Send it again for a new one.',
    );
  }
  return { linkId, link: null, sentTo: email, expiresAt: toInstant(expiresAt) };
}
