import type { Tx } from '@gt/db';
import { canManageUpdateLink } from '@gt/domain/authz';
import { notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * A link that the person looks after. Until the transaction ends nobody else makes, sends again or revokes a link to
 * the same agency. Throws NOT_FOUND and NOT_ALLOWED.
 */
export async function loadManagedLink(tx: Tx, scope: Scope, linkId: string) {
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "team"
    WHERE "id" = (SELECT "teamId" FROM "update_link" WHERE "id" = ${linkId}) FOR NO KEY UPDATE`;
  const link = await tx.updateLink.findFirst({
    where: { id: linkId, plan: { deletedAt: null } },
    select: {
      id: true,
      planId: true,
      teamId: true,
      email: true,
      name: true,
      createdById: true,
      revokedAt: true,
      replacedById: true,
      outboxMailId: true,
    },
  });
  if (!link) throw notFound('link');
  const decision = canManageUpdateLink(scope, link);
  if (!decision.ok) throw notAllowed(decision.reason);
  return link;
}
