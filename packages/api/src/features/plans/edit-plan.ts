import type { PlanEditInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

/** Corrects the name or the names of council and trust. */
export async function editPlan(
  ctx: Context,
  scope: Scope,
  input: PlanEditInput,
): Promise<{ planId: string; version: number }> {
  const { planId, version, ...facts } = input;
  return inTransaction(ctx.db, async (tx) => {
    const before = await tx.plan.findFirst({
      where: { id: planId, deletedAt: null },
      select: { name: true, kind: true, councilName: true, trustName: true, version: true },
    });
    if (!before) throw notFound('plan');
    const written = await tx.plan.updateMany({
      where: { id: planId, version },
      data: { ...facts, version: { increment: 1 } },
    });
    const { version: currentVersion, ...values } = before;
    if (written.count === 0) {
      throw await staleWrite(tx, 'PLAN', planId, currentVersion, values);
    }
    await recordAudit(tx, scope, {
      action: 'plan.edit',
      entityType: 'PLAN',
      entityId: planId,
      planId,
      ...changedFields(values, facts),
    });
    return { planId, version: version + 1 };
  });
}
