import type { MilestoneAtInput, MilestoneRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMilestone, writeMilestone } from './write-milestone.ts';

/** Takes a milestone away. It can be brought back, and the history keeps it. */
export async function removeMilestone(
  ctx: Context,
  scope: Scope,
  input: MilestoneAtInput,
): Promise<MilestoneRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMilestone(tx, scope, 'action.plan', input);
    return writeMilestone(
      tx,
      scope,
      row,
      { deletedAt: scope.now },
      {
        action: 'action.removeMilestone',
        before: { milestone: row.title, milestoneDueDate: toIsoDate(row.dueDate) },
      },
    );
  });
}
