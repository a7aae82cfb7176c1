import type { ActionChangeStatusInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadForWrite } from './write-action.ts';
import { writeStatus } from './write-status.ts';

/** Moves an action through its delivery, all but closing: that is a verifier's own act (see `close-action.ts`). */
export async function changeStatus(
  ctx: Context,
  scope: Scope,
  input: ActionChangeStatusInput,
): Promise<ActionRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.changeStatus', input);
    if (input.status === 'CLOSED') {
      throw new DomainError(
        'RULE',
        'A verifier closes an action, on accepted evidence. Mark it complete, awaiting evidence check.',
      );
    }
    return writeStatus(tx, scope, row, {
      to: input.status,
      reason: input.reason,
      auditAs: 'action.changeStatus',
    });
  });
}
