import type { PlanDateEditInput, PlanDateWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validatePlanDate } from '@gt/domain/visit';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadPlanDate, writePlanDate } from './plan-date-access.ts';

/** Changes a date of the calendar. Throws NOT_FOUND, INVALID, CONFLICT. */
export async function editPlanDate(
  ctx: Context,
  scope: Scope,
  { planDateId, version, ...facts }: PlanDateEditInput,
): Promise<PlanDateWritten> {
  const problems = validatePlanDate(facts);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const date = await loadPlanDate(tx, planDateId);
    await writePlanDate(tx, date, version, {
      ...facts,
      fromDate: fromIsoDate(facts.fromDate),
      untilDate: fromIsoDate(facts.untilDate),
    });
    await recordAudit(tx, scope, {
      action: 'planDate.edit',
      entityType: 'PLAN_DATE',
      entityId: planDateId,
      planId: date.planId,
      ...changedFields<Record<string, unknown>>(date.facts, facts),
    });
    return { planDateId, version: version + 1 };
  });
}
