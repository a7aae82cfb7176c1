import type { ActionRef } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import type { Permission } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { toInstant, toIsoDateOrNull } from '../../core/dates.ts';
import { conflict, type DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

const ACTION_WRITE_SELECT = {
  ...ACTION_ACCESS_SELECT,
  leadPostId: true,
  acceptance: true,
  acceptanceNote: true,
  acceptanceById: true,
  acceptanceAt: true,
  createdById: true,
  title: true,
  detail: true,
  successMeasure: true,
  priority: true,
  startDate: true,
  originalDueDate: true,
  dueDate: true,
  status: true,
  statusReason: true,
  statusChangedAt: true,
  declaredRag: true,
  ragReason: true,
  ragDeclaredAt: true,
  reviewMarkedAt: true,
  reviewMarkedById: true,
  percentComplete: true,
  changedById: true,
  changedAt: true,
  recommendation: { select: { number: true } },
  alsoServes: { select: { recommendationId: true } },
} as const;

/** An action with everything a write may look at; null when there is none, live or in the bin as asked for. */
export function findAction(tx: Tx, actionId: string, bin: 'live' | 'removed') {
  const deletedAt = bin === 'live' ? null : { not: null };
  return tx.action.findFirst({ where: { id: actionId, deletedAt }, select: ACTION_WRITE_SELECT });
}

/** Columns that a write sets; version, and who and when, it sets by itself. */
export type ActionColumns = Omit<
  Parameters<Tx['action']['updateMany']>[0]['data'],
  'version' | 'changedById' | 'changedAt'
>;

/** A live action with everything a write may look at. */
export type ActionForWrite = NonNullable<Awaited<ReturnType<typeof findAction>>>;

/** The fields a person can change, by the schema's names and ready for the wire: for conflicts and for the audit. */
export function actionValues(row: ActionForWrite) {
  return {
    title: row.title,
    detail: row.detail,
    successMeasure: row.successMeasure,
    priority: row.priority,
    startDate: toIsoDateOrNull(row.startDate),
    dueDate: toIsoDateOrNull(row.dueDate),
    originalDueDate: toIsoDateOrNull(row.originalDueDate),
    teamId: row.teamId,
    ownerPostId: row.ownerPostId,
    ownerUserId: row.ownerUserId,
    partnerTeamId: row.partnerTeamId,
    leadPostId: row.leadPostId,
    supportingTeamIds: row.supporting.map((item) => item.teamId).sort(),
    alsoServesIds: row.alsoServes.map((item) => item.recommendationId).sort(),
    acceptance: row.acceptance,
    status: row.status,
    statusReason: row.statusReason,
    declaredRag: row.declaredRag,
    ragReason: row.ragReason,
    reviewMarkedAt: row.reviewMarkedAt && toInstant(row.reviewMarkedAt),
    percentComplete: row.percentComplete,
  };
}

/**
 * Loads an action for a write: NOT_FOUND for what the person may not see, NOT_ALLOWED with the reason, CONFLICT
 * when it changed since `version` was read.
 */
export async function loadForWrite(
  tx: Tx,
  scope: Scope,
  permission: Permission,
  at: { actionId: string; version: number },
  bin: 'live' | 'removed' = 'live',
): Promise<ActionForWrite> {
  const row = await findAction(tx, at.actionId, bin);
  if (!row) throw notFound('action');
  assertOnAction(scope, permission, actionRecord(row));
  if (row.version !== at.version) throw await staleAction(tx, row);
  return row;
}

/**
 * Loads many actions for a write and keeps others from writing to them until the transaction ends. Locks are taken
 * in the order of ids, so that two such writes take turns instead of stopping each other. What is not there, or is
 * in the recycle bin, is left out; rights and versions are the caller's to check, row by row.
 */
export async function lockManyForWrite(tx: Tx, actionIds: readonly string[]): Promise<ActionForWrite[]> {
  const ids = [...new Set(actionIds)];
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "action" WHERE "id" = ANY(${ids}::text[]) ORDER BY "id" FOR UPDATE`;
  return findActions(tx, ids);
}

/** Live actions with everything a write may look at, without keeping anybody from writing to them. */
export function findActions(db: Pick<Tx, 'action'>, actionIds: readonly string[]): Promise<ActionForWrite[]> {
  return db.action.findMany({
    where: { id: { in: [...actionIds] }, deletedAt: null },
    select: ACTION_WRITE_SELECT,
  });
}

/**
 * Writes to the row at the version it was read with, and says who and when. The version is part of the condition,
 * so of any number of racers one wins and the others get CONFLICT with what the winner wrote.
 */
export async function writeAction(
  tx: Tx,
  scope: Scope,
  row: ActionForWrite,
  data: ActionColumns,
): Promise<ActionRef> {
  const written = await tx.action.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...data, version: { increment: 1 }, changedById: scope.userId, changedAt: scope.now },
  });
  if (written.count === 0) {
    const now = (await findAction(tx, row.id, 'live')) ?? (await findAction(tx, row.id, 'removed'));
    throw now ? await staleAction(tx, now) : notFound('action');
  }
  return { ...refOf(row), version: row.version + 1 };
}

export function refOf(row: ActionForWrite): ActionRef {
  return {
    id: row.id,
    reference: actionReference(row.recommendation.number, row.number),
    version: row.version,
  };
}

async function staleAction(tx: Tx, row: ActionForWrite): Promise<DomainError> {
  const who = await tx.user.findUnique({ where: { id: row.changedById }, select: { name: true } });
  return conflict({
    version: row.version,
    changedBy: who?.name ?? 'Somebody else',
    changedAt: toInstant(row.changedAt),
    values: actionValues(row),
  });
}
