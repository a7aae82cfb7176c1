import type { PlanCreateInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkPlanContent } from './check-plan-content.ts';
import { writePlan } from './write-plan.ts';

/** Begins a plan from recommendations entered by hand. The same intent twice gives the same plan. */
export async function createPlan(
  ctx: Context,
  scope: Scope,
  input: PlanCreateInput,
): Promise<{ planId: string }> {
  const { idempotencyKey, paragraphs, ...content } = input;
  checkPlanContent(scope, content, paragraphs);
  return inTransaction(ctx.db, async (tx) => {
    const planId = newId();
    const intent = { key: idempotencyKey, operation: 'plan.create', entityId: planId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { planId: earlier };
    await writePlan(tx, scope, planId, content, { paragraphs, report: null });
    return { planId };
  });
}
