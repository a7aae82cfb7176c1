import type { ActionAssignInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { checkAssignment } from '@gt/domain/action';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { checkAssignees } from './check-assignees.ts';
import { actionValues, loadForWrite, refOf, writeAction } from './write-action.ts';

/** Gives an action to a team, a post, a person, a partner agency and supporting teams. */
export async function assignAction(ctx: Context, scope: Scope, input: ActionAssignInput): Promise<ActionRef> {
  const { actionId, version, reason, ...wanted } = input;
  const to = { ...wanted, supportingTeamIds: [...new Set(wanted.supportingTeamIds)].sort() };
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.assign', { actionId, version });
    const before = actionValues(row);
    const problems = checkAssignment(before, to, reason);
    if (problems.length > 0) throw invalid(problems);
    await checkAssignees(tx, scope, to, before);
    const changes = changedFields(before, to);
    if (Object.keys(changes.after).length === 0) return refOf(row);
    const { supportingTeamIds, ...columns } = to;
    const written = await writeAction(tx, scope, row, columns);
    await setSupporting(tx, actionId, before.supportingTeamIds, supportingTeamIds);
    await recordAudit(tx, scope, {
      action: 'action.assign',
      entityType: 'ACTION',
      entityId: actionId,
      planId: row.planId,
      before: changes.before,
      after: reason ? { ...changes.after, reason } : changes.after,
    });
    return written;
  });
}

async function setSupporting(
  tx: Tx,
  actionId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const gone = before.filter((teamId) => !after.includes(teamId));
  const added = after.filter((teamId) => !before.includes(teamId));
  if (gone.length > 0) await tx.supportingTeam.deleteMany({ where: { actionId, teamId: { in: gone } } });
  if (added.length > 0) {
    await tx.supportingTeam.createMany({ data: added.map((teamId) => ({ actionId, teamId })) });
  }
}
