import type { MilestoneEditInput, MilestoneRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateMilestone } from '@gt/domain/planning';
import { changedFields } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, toIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMilestone, writeMilestone } from './write-milestone.ts';

/** Changes the words or the date of a milestone. */
export async function editMilestone(
  ctx: Context,
  scope: Scope,
  { title, dueDate, ...at }: MilestoneEditInput,
): Promise<MilestoneRef> {
  const problems = validateMilestone({ title, dueDate }, scope.today);
  if (problems.length > 0 || dueDate === null) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadMilestone(tx, scope, 'action.plan', at);
    const before = { milestone: row.title, milestoneDueDate: toIsoDate(row.dueDate) };
    const changes = changedFields(before, { milestone: title, milestoneDueDate: dueDate });
    if (Object.keys(changes.after).length === 0) {
      return { id: row.id, actionId: row.actionId, version: row.version };
    }
    // The title goes along, so that the history says which milestone had its date moved.
    const audit = {
      action: 'action.editMilestone',
      before: { milestoneDueDate: changes.before.milestoneDueDate, ...changes.before },
      after: { ofMilestone: row.title, ...changes.after },
    };
    return writeMilestone(tx, scope, row, { title, dueDate: fromIsoDate(dueDate) }, audit);
  });
}
