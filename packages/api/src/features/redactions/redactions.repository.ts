import type { Db } from '@gt/db';
import { canDecideRedaction, holds } from '@gt/domain/authz';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * Requests to destroy, open ones first; of one plan, or of every plan. Who may not decide sees only what they asked
 * for themselves.
 */
export async function listRedactions(db: Db, scope: Scope, planId: string | null) {
  const rows = await db.redaction.findMany({
    where: {
      ...(planId ? { planId } : {}),
      ...(holds(scope.roles, 'redaction.decide') ? {} : { requestedById: scope.userId }),
    },
    orderBy: [{ state: 'asc' }, { requestedAt: 'desc' }],
    take: 200,
    select: {
      id: true,
      entity: true,
      entityId: true,
      planId: true,
      reference: true,
      reason: true,
      state: true,
      requestedById: true,
      requestedAt: true,
      decidedById: true,
      decidedAt: true,
      decisionNote: true,
      version: true,
    },
  });
  const ids = rows.flatMap((row) => [row.requestedById, row.decidedById ?? row.requestedById]);
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  return rows.map(({ decidedById, ...row }) => ({
    ...row,
    requestedAt: toInstant(row.requestedAt),
    requestedBy: nameOf.get(row.requestedById) ?? 'A former member',
    decidedBy: decidedById ? (nameOf.get(decidedById) ?? 'A former member') : null,
    decidedAt: row.decidedAt ? toInstant(row.decidedAt) : null,
    mayDecide: row.state === 'REQUESTED' && canDecideRedaction(scope, row).ok,
  }));
}
