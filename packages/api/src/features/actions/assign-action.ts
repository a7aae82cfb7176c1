import type { ActionAssignInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { type Assigned, assigneeIds } from './check-assignees.ts';
import { loadAssignees } from './load-assignees.ts';
import { assignedNow, planAssignment } from './plan-assignment.ts';
import { keepWrite } from './planned-write.ts';
import { loadForWrite, refOf } from './write-action.ts';

/** Gives an action to a team, a post, a person, an accountable lead, a partner agency and supporting teams. */
export async function assignAction(ctx: Context, scope: Scope, input: ActionAssignInput): Promise<ActionRef> {
  const { actionId, version, reason, leadPostId, alsoServesIds, ...wanted } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.assign', { actionId, version });
    const from = assignedNow(row);
    const to: Assigned = {
      ...wanted,
      leadPostId: leadPostId === undefined ? from.leadPostId : leadPostId,
      alsoServesIds: alsoServesIds ?? from.alsoServesIds,
    };
    const among = await loadAssignees(tx, scope, assigneeIds([from, to]));
    const planned = planAssignment(scope, row, { to, reason, among });
    return planned ? keepWrite(tx, scope, planned) : refOf(row);
  });
}
