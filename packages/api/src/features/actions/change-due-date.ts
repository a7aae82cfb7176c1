import type { ActionChangeDueDateInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { settlePendingRequest } from '../planning/settle-pending-request.ts';
import { moveDueDate } from './move-due-date.ts';
import { loadForWrite } from './write-action.ts';

/**
 * Sets or moves the due date, by whoever has the right. Somebody who had asked for just this date has their answer
 * with it.
 */
export async function changeDueDate(
  ctx: Context,
  scope: Scope,
  input: ActionChangeDueDateInput,
): Promise<ActionRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.setDueDate', input);
    const { agreedBy, agreedOn, ...written } = await moveDueDate(tx, scope, row, { ...input, asked: null });
    if (input.dueDate)
      await settlePendingRequest(tx, scope, row, { toDate: input.dueDate, agreedBy, agreedOn });
    return written;
  });
}
