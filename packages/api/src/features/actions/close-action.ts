import type { ActionCloseInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadForWrite } from './write-action.ts';
import { writeStatus } from './write-status.ts';

/** Closes an action on accepted evidence, by somebody who took no part in it. */
export async function closeAction(ctx: Context, scope: Scope, input: ActionCloseInput): Promise<ActionRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.close', input);
    return writeStatus(tx, scope, row, { to: 'CLOSED', reason: input.reason, auditAs: 'action.close' });
  });
}
