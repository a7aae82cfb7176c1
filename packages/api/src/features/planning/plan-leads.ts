import type { Tx } from '@gt/db';

/** The programme leads whose accounts are open: they answer requests in every plan. */
export async function planLeads(tx: Tx): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: 'PROGRAMME_LEAD', user: { deactivatedAt: null } },
    select: { userId: true },
  });
  return grants.map((grant) => grant.userId);
}
