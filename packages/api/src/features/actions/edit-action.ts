import type { ActionEditInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateAction } from '@gt/domain/action';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { actionValues, loadForWrite, refOf, writeAction } from './write-action.ts';

/** Changes what will be done: title, detail, success measure, priority, start. Who and by when have their own ways. */
export async function editAction(ctx: Context, scope: Scope, input: ActionEditInput): Promise<ActionRef> {
  const { actionId, version, ...facts } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.edit', { actionId, version });
    const dates = { startDate: facts.startDate, dueDate: toIsoDateOrNull(row.dueDate) };
    // The due date is not in this form, so a wrong order is said beside the start.
    const problems = validateAction({ ...facts, ...dates }).map((problem) =>
      problem.field === 'dueDate'
        ? { field: 'startDate', message: 'The start date must be the same as or before the due date' }
        : problem,
    );
    if (problems.length > 0) throw invalid(problems);
    const changes = changedFields(actionValues(row), facts);
    if (Object.keys(changes.after).length === 0) return refOf(row);
    const written = await writeAction(tx, scope, row, {
      ...facts,
      startDate: fromIsoDateOrNull(facts.startDate),
    });
    await recordAudit(tx, scope, {
      action: 'action.edit',
      entityType: 'ACTION',
      entityId: actionId,
      planId: row.planId,
      ...changes,
    });
    return written;
  });
}
