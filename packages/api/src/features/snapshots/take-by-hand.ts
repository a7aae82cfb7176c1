import type { SnapshotTakeInput, SnapshotTaken } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** Keeps how the plan stands now, outside any review. The same intent twice gives the same snapshot. */
export async function takeByHand(
  ctx: Context,
  scope: Scope,
  { planId, idempotencyKey }: SnapshotTakeInput,
): Promise<SnapshotTaken> {
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'snapshot.take', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return findTaken(tx, planId, earlier);
    const { number } = await takeSnapshot(tx, scope, { planId, cause: 'BY_HAND', id });
    return { snapshotId: id, number };
  });
}

async function findTaken(tx: Tx, planId: string, id: string): Promise<SnapshotTaken> {
  const row = await tx.snapshot.findFirst({
    where: { id, planId, plan: { deletedAt: null } },
    select: { number: true },
  });
  if (!row) throw notFound('snapshot');
  return { snapshotId: id, number: row.number };
}
