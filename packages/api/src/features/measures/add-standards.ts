import type { MeasureAddStandardsInput, MeasuresAdded } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { measureFrom, measureReference, type StandardMeasure, standardOf } from '@gt/domain/measure';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { takeNumber } from './create-measure.ts';
import { checkOwnerPost } from './write-measure.ts';

/**
 * Sets up several measures under a recommendation at once, each from a standard definition, without baseline and
 * target: those are the service's own. The same intent twice makes them once.
 */
export async function addStandards(
  ctx: Context,
  scope: Scope,
  input: MeasureAddStandardsInput,
): Promise<MeasuresAdded> {
  const { recommendationId, ownerPostId, idempotencyKey } = input;
  const standards = knownOf(input.keys);
  return inTransaction(ctx.db, async (tx) => {
    const first = newId();
    const intent = { key: idempotencyKey, operation: 'measure.addStandards', entityId: first };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return madeWith(tx, earlier);
    await checkOwnerPost(tx, scope, ownerPostId);
    const measures: MeasuresAdded['measures'] = [];
    for (const standard of standards) {
      const facts = { ...measureFrom(standard), ownerPostId };
      const { planId, number } = await takeNumber(tx, recommendationId);
      const id = measures.length === 0 ? first : newId();
      const by = { createdById: scope.userId, createdAt: scope.now, changedById: scope.userId };
      await tx.measure.create({
        data: { id, planId, recommendationId, number, ...facts, ...by, changedAt: scope.now },
        select: { id: true },
      });
      await recordAudit(tx, scope, {
        action: 'measure.create',
        entityType: 'MEASURE',
        entityId: id,
        planId,
        after: { recommendationId, number, ...facts },
      });
      measures.push({ id, reference: measureReference(number) });
    }
    return { measures };
  });
}

function knownOf(keys: readonly string[]): StandardMeasure[] {
  return [...new Set(keys)].map((key) => {
    const standard = standardOf(key);
    if (!standard)
      throw invalid([{ field: 'keys', message: 'One of these is no standard definition. Reload the page.' }]);
    return standard;
  });
}

/** What one intent made: what the history tells of the same transaction. */
async function madeWith(tx: Tx, firstId: string): Promise<MeasuresAdded> {
  const made = { action: 'measure.create', entityType: 'MEASURE' };
  const { txId, planId } = await tx.auditEvent.findFirstOrThrow({
    where: { ...made, entityId: firstId },
    select: { txId: true, planId: true },
  });
  const events = await tx.auditEvent.findMany({
    where: { ...made, txId, planId },
    select: { entityId: true },
  });
  const rows = await tx.measure.findMany({
    where: { id: { in: events.map(({ entityId }) => entityId) } },
    select: { id: true, number: true },
    orderBy: { number: 'asc' },
  });
  return { measures: rows.map(({ id, number }) => ({ id, reference: measureReference(number) })) };
}
