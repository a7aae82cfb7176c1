import type { Db } from '@gt/db';
import type { ChainRow, Checkpoint } from '@gt/domain/audit';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { SEALED_EVENT_SELECT } from './sealed-event-select.ts';
import { loadSubjects } from './subjects.ts';

/** One page of the chain with events and payloads, after a position. */
export async function chainPage(db: Db, _scope: Scope, after: number, limit: number): Promise<ChainRow[]> {
  const seals = await db.auditSeal.findMany({
    where: { position: { gt: BigInt(after) } },
    orderBy: { position: 'asc' },
    take: limit,
    select: {
      position: true,
      previousHash: true,
      hash: true,
      event: {
        select: {
          ...SEALED_EVENT_SELECT,
          payload: { select: { salt: true, body: true, redactedAt: true, redactionId: true } },
        },
      },
    },
  });
  return seals.map(({ event: { payload, ...event }, ...seal }) => ({ ...seal, event, payload }));
}

/** Ends of the chain as printed in packs: what truncation and rewriting are found by. */
export async function packCheckpoints(db: Db, _scope: Scope): Promise<Checkpoint[]> {
  const packs = await db.pack.findMany({
    where: { checkpointHash: { not: null } },
    select: { checkpointHash: true },
    orderBy: { requestedAt: 'asc' },
  });
  return packs.flatMap(({ checkpointHash }) => {
    const [sequence, hash] = (checkpointHash ?? '').split(':');
    return sequence && hash ? [{ sequence: Number(sequence), hash }] : [];
  });
}

export type AuditFilter = {
  planId: string | null;
  entityId: string | null;
  entityTypes: string[];
  before: number | null;
  limit: number;
};

/**
 * The newest rows first. Somebody who only looks after accounts sees that a record of a plan changed, and not what
 * it says.
 */
export async function listAudit(db: Db, scope: Scope, filter: AuditFilter) {
  const rows = await db.auditEvent.findMany({
    where: {
      ...(filter.planId ? { planId: filter.planId } : {}),
      ...(filter.entityId ? { entityId: filter.entityId } : {}),
      ...(filter.entityTypes.length > 0 ? { entityType: { in: filter.entityTypes } } : {}),
      ...(filter.before ? { id: { lt: BigInt(filter.before) } } : {}),
    },
    orderBy: { id: 'desc' },
    take: filter.limit,
    select: {
      id: true,
      at: true,
      actorName: true,
      action: true,
      entityType: true,
      entityId: true,
      planId: true,
      payload: { select: { body: true, redactedAt: true } },
      seal: { select: { position: true } },
    },
  });
  const readsPlans = scope.roles.includes('PROGRAMME_LEAD');
  const subjects = await loadSubjects(db, scope, rows);
  return rows.map((row) => ({
    id: Number(row.id),
    at: toInstant(row.at),
    actorName: row.actorName,
    action: row.action,
    entityType: row.entityType,
    entityId: row.entityId,
    planId: row.planId,
    about: subjects.get(row.entityId)?.about ?? null,
    actionId: subjects.get(row.entityId)?.actionId ?? null,
    sealed: row.seal !== null,
    redactedAt: row.payload?.redactedAt ? toInstant(row.payload.redactedAt) : null,
    changes: readsPlans || row.planId === null ? ((row.payload?.body ?? null) as unknown) : null,
  }));
}
