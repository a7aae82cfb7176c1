import type { MilestoneRef } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import type { Permission } from '@gt/domain/authz';
import { milestonesAreKept } from '@gt/domain/planning';
import { type AuditEntry, recordAudit } from '../../core/audit.ts';
import { toInstant, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { conflict, DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadAction } from './load-action.ts';

const MILESTONE_SELECT = {
  id: true,
  actionId: true,
  title: true,
  dueDate: true,
  doneOn: true,
  changedById: true,
  changedAt: true,
  version: true,
} as const;

type MilestoneRow = NonNullable<Awaited<ReturnType<typeof find>>>;
export type MilestoneForWrite = MilestoneRow & { planId: string };

function find(tx: Tx, id: string, bin: 'live' | 'removed') {
  const deletedAt = bin === 'live' ? null : { not: null };
  return tx.milestone.findFirst({ where: { id, deletedAt }, select: MILESTONE_SELECT });
}

/** Loads a milestone of an open action for a write; CONFLICT when it changed since `version` was read. */
export async function loadMilestone(
  tx: Tx,
  scope: Scope,
  permission: Permission,
  at: { milestoneId: string; version: number },
  bin: 'live' | 'removed' = 'live',
): Promise<MilestoneForWrite> {
  const row = await find(tx, at.milestoneId, bin);
  if (!row) throw notFound('milestone');
  const action = await loadAction(tx, scope, permission, row.actionId);
  const kept = milestonesAreKept(action.status);
  if (kept) throw new DomainError('RULE', kept);
  if (row.version !== at.version) throw await staleMilestone(tx, row);
  return { ...row, planId: action.planId };
}

/** Writes at the version that was read, and says who and when; the history of the action tells it. */
export async function writeMilestone(
  tx: Tx,
  scope: Scope,
  row: MilestoneForWrite,
  data: Parameters<Tx['milestone']['updateMany']>[0]['data'],
  audit: Pick<AuditEntry, 'action' | 'before' | 'after'>,
): Promise<MilestoneRef> {
  const written = await tx.milestone.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...data, version: { increment: 1 }, changedById: scope.userId, changedAt: scope.now },
  });
  if (written.count === 0) {
    const now = (await find(tx, row.id, 'live')) ?? (await find(tx, row.id, 'removed'));
    throw now ? await staleMilestone(tx, now) : notFound('milestone');
  }
  await recordAudit(tx, scope, {
    entityType: 'ACTION',
    entityId: row.actionId,
    planId: row.planId,
    ...audit,
  });
  return { id: row.id, actionId: row.actionId, version: row.version + 1 };
}

async function staleMilestone(tx: Tx, row: MilestoneRow): Promise<DomainError> {
  const who = await tx.user.findUnique({ where: { id: row.changedById }, select: { name: true } });
  return conflict({
    version: row.version,
    changedBy: who?.name ?? 'Somebody else',
    changedAt: toInstant(row.changedAt),
    values: { title: row.title, dueDate: toIsoDate(row.dueDate), doneOn: toIsoDateOrNull(row.doneOn) },
  });
}
