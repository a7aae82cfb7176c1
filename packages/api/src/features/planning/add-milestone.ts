import type { MilestoneAddInput, MilestoneRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { MILESTONE_LIMITS, milestonesAreKept, validateMilestone } from '@gt/domain/planning';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadAction } from './load-action.ts';

/** Adds a milestone to an open action. The same intent twice gives the same milestone. */
export async function addMilestone(
  ctx: Context,
  scope: Scope,
  { actionId, title, dueDate, idempotencyKey }: MilestoneAddInput,
): Promise<MilestoneRef> {
  const problems = validateMilestone({ title, dueDate }, scope.today);
  if (problems.length > 0 || dueDate === null) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'planning.addMilestone', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return refOf(tx, earlier);
    const action = await loadAction(tx, scope, 'action.plan', actionId);
    const kept = milestonesAreKept(action.status);
    if (kept) throw new DomainError('RULE', kept);
    if ((await tx.milestone.count({ where: { actionId, deletedAt: null } })) >= MILESTONE_LIMITS.count) {
      const sentence = `An action has at most ${MILESTONE_LIMITS.count} milestones. Take one away first, or make a second action of the rest.`;
      throw new DomainError('RULE', sentence);
    }
    const who = { createdById: scope.userId, changedById: scope.userId };
    const when = { createdAt: scope.now, changedAt: scope.now };
    await tx.milestone.create({
      data: { id, actionId, title, dueDate: fromIsoDate(dueDate), ...who, ...when },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'action.addMilestone',
      entityType: 'ACTION',
      entityId: actionId,
      planId: action.planId,
      after: { milestone: title, milestoneDueDate: dueDate },
    });
    return { id, actionId, version: 1 };
  });
}

async function refOf(tx: Tx, id: string): Promise<MilestoneRef> {
  const row = await tx.milestone.findUnique({
    where: { id },
    select: { id: true, actionId: true, version: true },
  });
  if (!row) throw notFound('milestone');
  return row;
}
