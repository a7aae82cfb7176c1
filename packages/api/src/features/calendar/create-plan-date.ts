import type { PlanDateCreateInput, PlanDateWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validatePlanDate } from '@gt/domain/visit';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';

/** Puts a visit or another date into the calendar. The same intent twice puts in one. Throws NOT_FOUND, INVALID. */
export async function createPlanDate(
  ctx: Context,
  scope: Scope,
  input: PlanDateCreateInput,
): Promise<PlanDateWritten> {
  const { planId, idempotencyKey, ...facts } = input;
  const problems = validatePlanDate(facts);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const planDateId = newId();
    const intent = { key: idempotencyKey, operation: 'planDate.create', entityId: planDateId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { planDateId: earlier, version: 1 };
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
    if (!plan) throw notFound('plan');
    await tx.planDate.create({
      data: {
        ...{ id: planDateId, planId, ...facts, createdById: scope.userId, createdAt: scope.now },
        fromDate: fromIsoDate(facts.fromDate),
        untilDate: fromIsoDate(facts.untilDate),
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'planDate.create',
      entityType: 'PLAN_DATE',
      entityId: planDateId,
      planId,
      after: facts,
    });
    return { planDateId, version: 1 };
  });
}
