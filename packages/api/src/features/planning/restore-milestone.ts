import type { MilestoneAtInput, MilestoneRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMilestone, writeMilestone } from './write-milestone.ts';

/** Brings a removed milestone back as it was. */
export async function restoreMilestone(
  ctx: Context,
  scope: Scope,
  input: MilestoneAtInput,
): Promise<MilestoneRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMilestone(tx, scope, 'action.plan', input, 'removed');
    return writeMilestone(
      tx,
      scope,
      row,
      { deletedAt: null },
      {
        action: 'action.restoreMilestone',
        after: { milestone: row.title, milestoneDueDate: toIsoDate(row.dueDate) },
      },
    );
  });
}
