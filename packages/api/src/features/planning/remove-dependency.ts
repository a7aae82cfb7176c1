import type { DependencyInput, DependencyOut } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadAction } from './load-action.ts';
import { recordDependency } from './record-dependency.ts';

/** One action no longer waits for another. Whoever plans the one that waited decides, whoever's the other is. */
export async function removeDependency(
  ctx: Context,
  scope: Scope,
  input: DependencyInput,
): Promise<DependencyOut> {
  return inTransaction(ctx.db, async (tx) => {
    const successor = await loadAction(tx, scope, 'action.plan', input.successorId);
    const removed = await tx.actionDependency.deleteMany({ where: input });
    if (removed.count === 0) throw notFound('dependency');
    const predecessor = await tx.action.findUniqueOrThrow({
      where: { id: input.predecessorId },
      select: { id: true, planId: true, number: true, recommendation: { select: { number: true } } },
    });
    await recordDependency(tx, scope, 'remove', {
      predecessor: {
        ...predecessor,
        reference: `R${predecessor.recommendation.number}.A${predecessor.number}`,
      },
      successor,
    });
    return { ...input, warning: '' };
  });
}
