import type { ActionEditInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { planEdit } from './plan-edit.ts';
import { keepWrite } from './planned-write.ts';
import { loadForWrite, refOf } from './write-action.ts';

/** Changes what will be done: title, detail, success measure, priority, start. Who and by when have their own ways. */
export async function editAction(ctx: Context, scope: Scope, input: ActionEditInput): Promise<ActionRef> {
  const { actionId, version, ...facts } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.edit', { actionId, version });
    const planned = planEdit(row, facts);
    return planned ? keepWrite(tx, scope, planned) : refOf(row);
  });
}
