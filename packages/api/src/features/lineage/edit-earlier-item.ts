import type { EarlierItemEditInput, EarlierItemWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { checkEarlierItem } from '@gt/domain/lineage';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

/** Corrects the words of an earlier recommendation, or says what was done about it. Throws NOT_FOUND, INVALID, RULE, CONFLICT. */
export async function editEarlierItem(
  ctx: Context,
  scope: Scope,
  { earlierId, version, ...item }: EarlierItemEditInput,
): Promise<EarlierItemWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const { planId, endDate, version: current, ...before } = await loadItem(tx, earlierId);
    const problems = checkEarlierItem(item, endDate, scope.today);
    if (problems.length > 0) throw invalid(problems);
    const written = await tx.earlierRecommendation.updateMany({
      where: { id: earlierId, version },
      data: {
        ...item,
        leadIn: item.leadIn || null,
        closedOn: fromIsoDateOrNull(item.closedOn),
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw await staleWrite(tx, 'EARLIER_RECOMMENDATION', earlierId, current, before);
    await recordAudit(tx, scope, {
      action: 'lineage.editItem',
      entityType: 'EARLIER_RECOMMENDATION',
      entityId: earlierId,
      planId,
      ...changedFields<Record<string, unknown>>(before, item),
    });
    return { earlierId, version: version + 1 };
  });
}

async function loadItem(tx: Tx, id: string) {
  const row = await tx.earlierRecommendation.findFirst({
    where: { id, inspection: { deletedAt: null } },
    select: {
      quote: true,
      leadIn: true,
      page: true,
      judgementAreas: true,
      whatWasDone: true,
      closedOn: true,
      redactedAt: true,
      version: true,
      inspection: { select: { planId: true, endDate: true } },
    },
  });
  if (!row) throw notFound('earlier recommendation');
  const { redactedAt, inspection, closedOn, ...rest } = row;
  if (redactedAt) {
    throw new DomainError(
      'RULE',
      'The words of this recommendation were destroyed, so it cannot be changed.',
    );
  }
  return {
    ...rest,
    closedOn: toIsoDateOrNull(closedOn),
    planId: inspection.planId,
    endDate: toIsoDate(inspection.endDate),
  };
}
