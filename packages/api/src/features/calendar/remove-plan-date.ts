import type { PlanDateRemoveInput, PlanDateRestoreInput, PlanDateWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadPlanDate, writePlanDate } from './plan-date-access.ts';

/** Puts a date into the recycle bin, with why. Throws NOT_FOUND, INVALID, CONFLICT. */
export async function removePlanDate(
  ctx: Context,
  scope: Scope,
  { planDateId, version, reason }: PlanDateRemoveInput,
): Promise<PlanDateWritten> {
  const problems = checkReason('reason', reason, 'Enter why it is taken out');
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const date = await loadPlanDate(tx, planDateId);
    await writePlanDate(tx, date, version, {
      ...{ deletedAt: scope.now, deletedById: scope.userId, deletedReason: reason },
    });
    await recordAudit(tx, scope, {
      action: 'planDate.remove',
      entityType: 'PLAN_DATE',
      entityId: planDateId,
      planId: date.planId,
      before: date.facts,
      after: { reason },
    });
    return { planDateId, version: version + 1 };
  });
}

/** Takes a date out of the recycle bin, unless its words were destroyed. Throws NOT_FOUND, RULE, CONFLICT. */
export async function restorePlanDate(
  ctx: Context,
  scope: Scope,
  { planDateId, version }: PlanDateRestoreInput,
): Promise<PlanDateWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const date = await loadPlanDate(tx, planDateId, true);
    const row = await tx.planDate.findUniqueOrThrow({
      where: { id: planDateId },
      select: { redactedAt: true },
    });
    if (row.redactedAt !== null) {
      throw new DomainError('RULE', 'Its words were destroyed, so it stays in the recycle bin. Add it anew.');
    }
    await writePlanDate(tx, date, version, { deletedAt: null, deletedById: null, deletedReason: '' });
    await recordAudit(tx, scope, {
      action: 'planDate.restore',
      entityType: 'PLAN_DATE',
      entityId: planDateId,
      planId: date.planId,
      after: date.facts,
    });
    return { planDateId, version: version + 1 };
  });
}
