import type { MilestoneRef, MilestoneTickInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateMilestone } from '@gt/domain/planning';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMilestone, writeMilestone } from './write-milestone.ts';

/** Ticks a milestone off with the day on which it was reached, or opens it again. */
export async function tickMilestone(
  ctx: Context,
  scope: Scope,
  { doneOn, ...at }: MilestoneTickInput,
): Promise<MilestoneRef> {
  const problems = validateMilestone({ doneOn }, scope.today);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMilestone(tx, scope, 'action.report', at);
    const was = toIsoDateOrNull(row.doneOn);
    if (was === doneOn) return { id: row.id, actionId: row.actionId, version: row.version };
    return writeMilestone(
      tx,
      scope,
      row,
      { doneOn: fromIsoDateOrNull(doneOn) },
      {
        action: doneOn === null ? 'action.reopenMilestone' : 'action.tickMilestone',
        before: { milestoneDoneOn: was },
        after: { ofMilestone: row.title, milestoneDoneOn: doneOn },
      },
    );
  });
}
