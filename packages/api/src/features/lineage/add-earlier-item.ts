import type { EarlierItemAddInput, EarlierItemWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkEarlierItem } from '@gt/domain/lineage';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEarlier } from './load-earlier.ts';

/** Adds one recommendation to an earlier inspection, with the next number of it. Throws NOT_FOUND, INVALID. */
export async function addEarlierItem(
  ctx: Context,
  scope: Scope,
  { earlierInspectionId, idempotencyKey, ...item }: EarlierItemAddInput,
): Promise<EarlierItemWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const earlierId = newId();
    const intent = { key: idempotencyKey, operation: 'lineage.addItem', entityId: earlierId };
    const said = await claimOnce(tx, scope, intent);
    if (said) return { earlierId: said, version: 1 };
    const { endDate, planId } = await loadEarlier(tx, earlierInspectionId);
    const problems = checkEarlierItem(item, endDate, scope.today);
    if (problems.length > 0) throw invalid(problems);
    const last = await tx.earlierRecommendation.aggregate({
      where: { earlierInspectionId },
      _max: { number: true },
    });
    const number = (last._max.number ?? 0) + 1;
    await tx.earlierRecommendation.create({
      data: {
        ...item,
        id: earlierId,
        earlierInspectionId,
        number,
        leadIn: item.leadIn || null,
        closedOn: fromIsoDateOrNull(item.closedOn),
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'lineage.addItem',
      entityType: 'EARLIER_RECOMMENDATION',
      entityId: earlierId,
      planId,
      after: { number, ...item },
    });
    return { earlierId, version: 1 };
  });
}
