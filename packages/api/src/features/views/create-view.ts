import type { ViewCreateInput, ViewRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { VIEW_LIMITS } from '@gt/domain/view';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { assertMayShare, assertNameIsFree, viewFacts } from './write-view.ts';

/** Keeps a way of looking at a plan. The audit says that it was kept, not its words: they are how somebody works. */
export async function createView(ctx: Context, scope: Scope, input: ViewCreateInput): Promise<ViewRef> {
  const { planId, isShared, idempotencyKey } = input;
  const facts = viewFacts(input);
  if (isShared) assertMayShare(scope);
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'view.create',
      entityId: id,
    });
    if (earlier) return { id: earlier, version: 1 };
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
    if (!plan) throw notFound('plan');
    await assertNameIsFree(tx, { planId, ownerId: scope.userId, name: facts.name });
    const kept = await tx.savedView.count({ where: { planId, ownerId: scope.userId, deletedAt: null } });
    if (kept >= VIEW_LIMITS.views) {
      const message = `You keep ${VIEW_LIMITS.views} views of this plan, which is the most. Remove one first.`;
      throw new DomainError('RULE', message);
    }
    await tx.savedView.create({
      data: {
        id,
        planId,
        ownerId: scope.userId,
        isShared,
        ...facts,
        createdAt: scope.now,
        changedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'view.create',
      entityType: 'VIEW',
      entityId: id,
      planId,
      after: { isShared },
    });
    return { id, version: 1 };
  });
}
