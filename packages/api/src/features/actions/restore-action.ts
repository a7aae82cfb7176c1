import type { ActionRef, ActionRestoreInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadForWrite, writeAction } from './write-action.ts';

/** Takes an action out of the recycle bin as it was. */
export async function restoreAction(
  ctx: Context,
  scope: Scope,
  input: ActionRestoreInput,
): Promise<ActionRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.delete', input, 'removed');
    const written = await writeAction(tx, scope, row, { deletedAt: null, deletedReason: null });
    await recordAudit(tx, scope, {
      action: 'action.restore',
      entityType: 'ACTION',
      entityId: row.id,
      planId: row.planId,
    });
    return written;
  });
}
