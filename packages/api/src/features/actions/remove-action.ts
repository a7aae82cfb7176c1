import type { ActionRef, ActionRemoveInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadForWrite, writeAction } from './write-action.ts';

/** Puts an action in the recycle bin, with a reason. Its updates, evidence links and history stay. */
export async function removeAction(ctx: Context, scope: Scope, input: ActionRemoveInput): Promise<ActionRef> {
  const problems = checkReason('reason', input.reason, 'Enter why the action is removed');
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.delete', input);
    const written = await writeAction(tx, scope, row, { deletedAt: scope.now, deletedReason: input.reason });
    await recordAudit(tx, scope, {
      action: 'action.remove',
      entityType: 'ACTION',
      entityId: row.id,
      planId: row.planId,
      after: { reason: input.reason },
    });
    return written;
  });
}
