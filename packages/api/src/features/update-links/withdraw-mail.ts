import type { Tx } from '@gt/db';

/** Takes mails back that carry links which work no more, as far as they have not gone out yet. */
export async function withdrawMail(tx: Tx, links: readonly { outboxMailId: string | null }[]): Promise<void> {
  const ids = links.flatMap(({ outboxMailId }) => outboxMailId ?? []);
  if (ids.length > 0) await tx.outboxMail.deleteMany({ where: { id: { in: ids }, sentAt: null } });
}
