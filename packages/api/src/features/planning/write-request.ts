import type { Tx } from '@gt/db';
import type { Permission } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { toInstant, toIsoDate } from '../../core/dates.ts';
import { conflict, type DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

const REQUEST_SELECT = {
  id: true,
  actionId: true,
  fromDate: true,
  toDate: true,
  reason: true,
  state: true,
  requestedById: true,
  requestedAt: true,
  decidedById: true,
  decidedAt: true,
  decisionNote: true,
  version: true,
  action: { select: { ...ACTION_ACCESS_SELECT, deletedAt: true } },
} as const;

async function find(tx: Tx, id: string) {
  return tx.dueDateRequest.findUnique({ where: { id }, select: REQUEST_SELECT });
}

type RequestRow = NonNullable<Awaited<ReturnType<typeof find>>>;
/** A request of a live action, and the name of whoever asked. */
export type RequestForWrite = RequestRow & { requestedBy: string };

/** Throws NOT_FOUND, NOT_ALLOWED with the reason, or CONFLICT when it was answered since `version` was read. */
export async function loadRequest(
  tx: Tx,
  scope: Scope,
  permission: Permission,
  at: { requestId: string; version: number },
): Promise<RequestForWrite> {
  const row = await find(tx, at.requestId);
  if (!row || row.action.deletedAt !== null) throw notFound('request');
  assertOnAction(scope, permission, actionRecord(row.action));
  if (row.version !== at.version) throw await staleRequest(tx, row);
  const who = await tx.user.findUnique({ where: { id: row.requestedById }, select: { name: true } });
  return { ...row, requestedBy: who?.name ?? 'Somebody' };
}

/** Writes at the version that was read: of two answers at once one wins, and the other gets CONFLICT. */
export async function writeRequest(
  tx: Tx,
  row: RequestRow,
  data: Omit<Parameters<Tx['dueDateRequest']['updateMany']>[0]['data'], 'version'>,
): Promise<void> {
  const written = await tx.dueDateRequest.updateMany({
    where: { id: row.id, version: row.version, state: 'PENDING' },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count > 0) return;
  throw await staleRequest(tx, (await find(tx, row.id)) ?? row);
}

async function staleRequest(tx: Tx, row: RequestRow): Promise<DomainError> {
  const id = row.decidedById ?? row.requestedById;
  const who = await tx.user.findUnique({ where: { id }, select: { name: true } });
  return conflict({
    version: row.version,
    changedBy: who?.name ?? 'Somebody else',
    changedAt: toInstant(row.decidedAt ?? row.requestedAt),
    values: { state: row.state, toDate: toIsoDate(row.toDate), note: row.decisionNote },
  });
}
