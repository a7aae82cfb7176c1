import type { ActionFollowInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * Being told of what happens to an action, or no longer. It is the person's own way of working and no record of the
 * plan, so it has neither version nor audit row; asking twice changes nothing.
 */
export async function followAction(
  ctx: Context,
  scope: Scope,
  input: ActionFollowInput,
): Promise<{ actionId: string; following: boolean }> {
  const { actionId, following } = input;
  const { userId, now } = scope;
  return inTransaction(ctx.db, async (tx) => {
    const action = await tx.action.findFirst({
      where: { id: actionId, deletedAt: null },
      select: ACTION_ACCESS_SELECT,
    });
    if (!action) throw notFound('action');
    assertOnAction(scope, 'action.follow', actionRecord(action));
    if (following) {
      await tx.actionFollow.createMany({ data: [{ actionId, userId, since: now }], skipDuplicates: true });
    } else {
      await tx.actionFollow.deleteMany({ where: { actionId, userId } });
    }
    return { actionId, following };
  });
}
