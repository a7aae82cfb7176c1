import type { PlanSettingsInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validatePlanSettings } from '@gt/domain/plan';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { passOnTest } from './evidence-test.ts';
import { PLAN_SETTINGS_SELECT } from './plan-settings.repository.ts';

/**
 * Changes how a plan is run: when its colours turn, whose word a date needs, what evidence must show, when it is
 * reviewed. Colours are calculated afresh whenever they are shown, so they follow at once.
 */
export async function editSettings(
  ctx: Context,
  scope: Scope,
  { planId, version, ...settings }: PlanSettingsInput,
): Promise<{ planId: string; version: number }> {
  const problems = validatePlanSettings(settings);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.plan.findFirst({
      where: { id: planId, deletedAt: null },
      select: PLAN_SETTINGS_SELECT,
    });
    if (!row) throw notFound('plan');
    const { version: currentVersion, name: _name, ...stored } = row;
    const before = { ...stored, boardFirstDate: toIsoDateOrNull(stored.boardFirstDate) };
    const changes = changedFields(before, settings);
    if (currentVersion === version && Object.keys(changes.after).length === 0) return { planId, version };
    const written = await tx.plan.updateMany({
      where: { id: planId, version },
      data: {
        ...settings,
        boardFirstDate: fromIsoDateOrNull(settings.boardFirstDate),
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw await staleWrite(tx, 'PLAN', planId, currentVersion, before);
    await passOnTest(tx, scope, planId, { before, after: settings });
    await recordAudit(tx, scope, {
      action: 'plan.editSettings',
      entityType: 'PLAN',
      entityId: planId,
      planId,
      ...changes,
    });
    return { planId, version: version + 1 };
  });
}
