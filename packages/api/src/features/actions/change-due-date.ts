import type { ActionChangeDueDateInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { changeDueDate as decideDueDate } from '@gt/domain/action';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { loadForWrite, writeAction } from './write-action.ts';

/** Moves the due date, keeping the original and adding a row to the date ledger. */
export async function changeDueDate(
  ctx: Context,
  scope: Scope,
  input: ActionChangeDueDateInput,
): Promise<ActionRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.setDueDate', input);
    const decision = decideDueDate({
      status: row.status,
      startDate: toIsoDateOrNull(row.startDate),
      originalDueDate: toIsoDateOrNull(row.originalDueDate),
      dueDate: toIsoDateOrNull(row.dueDate),
      toDate: input.dueDate,
      reason: input.reason,
    });
    if (!decision.ok) throw invalid(decision.problems);
    const { dueDate, originalDueDate, revision } = decision;
    const written = await writeAction(tx, scope, row, {
      dueDate: fromIsoDate(dueDate),
      originalDueDate: fromIsoDate(originalDueDate),
    });
    await tx.dateRevision.create({
      data: {
        id: newId(),
        actionId: row.id,
        fromDate: fromIsoDateOrNull(revision.fromDate),
        toDate: fromIsoDate(revision.toDate),
        reason: revision.reason,
        changedById: scope.userId,
        changedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'action.changeDueDate',
      entityType: 'ACTION',
      entityId: row.id,
      planId: row.planId,
      before: { dueDate: revision.fromDate },
      after: { dueDate, ...(revision.reason ? { reason: revision.reason } : {}) },
    });
    return written;
  });
}
