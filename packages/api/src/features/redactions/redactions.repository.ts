import type { Db } from '@gt/db';
import { canDecideRedaction, holds, type RedactionAsked } from '@gt/domain/authz';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { linksMade } from './may-decide-redaction.ts';

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
  const asked = rows.filter(({ state }) => state === 'REQUESTED').map((row) => row.requestedById);
  const made = await linksMade(db, scope, asked);
  return rows.map(({ decidedById, ...row }) => ({
    ...row,
    ...standing(scope, { ...row, linkMadeAt: made.get(row.requestedById) ?? null }),
    requestedAt: toInstant(row.requestedAt),
    requestedBy: nameOf.get(row.requestedById) ?? 'A former member',
    decidedBy: decidedById ? (nameOf.get(decidedById) ?? 'A former member') : null,
    decidedAt: row.decidedAt ? toInstant(row.decidedAt) : null,
  }));
}

/** Whether the person may decide an open request, and why not where their role would let them. */
function standing(scope: Scope, row: RedactionAsked & { state: string }) {
  if (row.state !== 'REQUESTED') return { mayDecide: false, whyNot: null };
  const decision = canDecideRedaction(scope, row);
  const whyNot = decision.ok || !holds(scope.roles, 'redaction.decide') ? null : decision.reason;
  return { mayDecide: decision.ok, whyNot };
}
