import type { ActionRef } from '@gt/contracts/schemas';
import type { DueDateApproval, IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type DueDateMove, planDueDate } from './plan-due-date.ts';
import { keepWrite } from './planned-write.ts';
import type { ActionForWrite } from './write-action.ts';

/** Moved: the action as written, and on whose word. */
export type DueDateMoved = ActionRef & { agreedBy: DueDateApproval; agreedOn: IsoDate | null };

/**
 * Moves the due date of an action loaded for writing: keeps the original, adds the row of the date ledger with who
 * asked and who agreed, and writes the history. Throws INVALID with a sentence beside each field.
 */
export async function moveDueDate(
  tx: Tx,
  scope: Scope,
  row: ActionForWrite,
  move: Omit<DueDateMove, 'approval'>,
): Promise<DueDateMoved> {
  const plan = await tx.plan.findUnique({ where: { id: row.planId }, select: { dueDateApproval: true } });
  if (!plan) throw notFound('plan');
  const planned = planDueDate(scope, row, { ...move, approval: plan.dueDateApproval });
  const { agreedBy, agreedOn } = planned;
  return { ...(await keepWrite(tx, scope, planned)), agreedBy, agreedOn };
}
