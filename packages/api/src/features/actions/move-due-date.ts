import type { ActionRef } from '@gt/contracts/schemas';
import type { DueDateApproval, FieldProblem, IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { changeDueDate } from '@gt/domain/action';
import { agreeDueDate } from '@gt/domain/planning';
import { recordAudit } from '../../core/audit.ts';
import { fromIsoDate, fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { type ActionForWrite, writeAction } from './write-action.ts';

export type DueDateMove = {
  dueDate: IsoDate | null;
  reason: string;
  /** The day of the board that agreed; null when none is given. */
  agreedOn: IsoDate | null;
  /** Who asked for the date, and the note with the agreement; null when whoever has the right sets it. */
  asked: { userId: string; userName: string; note: string } | null;
};

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
  { dueDate: toDate, reason, agreedOn, asked }: DueDateMove,
): Promise<DueDateMoved> {
  const plan = await tx.plan.findUnique({ where: { id: row.planId }, select: { dueDateApproval: true } });
  if (!plan) throw notFound('plan');
  const from = toIsoDateOrNull(row.dueDate);
  const decision = changeDueDate({
    status: row.status,
    startDate: toIsoDateOrNull(row.startDate),
    originalDueDate: toIsoDateOrNull(row.originalDueDate),
    dueDate: from,
    toDate,
    reason,
  });
  const agreement = agreeDueDate({
    approval: plan.dueDateApproval,
    isAsked: asked !== null,
    isFirst: from === null,
    agreedOn,
    today: scope.today,
  });
  if (!decision.ok || !agreement.ok) throw invalid([...problemsOf(decision), ...problemsOf(agreement)]);
  const { dueDate, originalDueDate, revision } = decision;
  const written = await writeAction(tx, scope, row, {
    dueDate: fromIsoDate(dueDate),
    originalDueDate: fromIsoDate(originalDueDate),
  });
  const { agreedBy } = agreement;
  await tx.dateRevision.create({
    data: {
      id: newId(),
      actionId: row.id,
      fromDate: fromIsoDateOrNull(revision.fromDate),
      toDate: fromIsoDate(revision.toDate),
      reason: revision.reason,
      changedById: asked?.userId ?? scope.userId,
      changedAt: scope.now,
      agreedBy,
      agreedById: agreedBy === 'NONE' ? null : scope.userId,
      agreedNote: asked?.note ?? '',
      agreedOn: fromIsoDateOrNull(agreement.agreedOn),
    },
    select: { id: true },
  });
  await recordAudit(tx, scope, {
    action: asked ? 'action.agreeDueDate' : 'action.changeDueDate',
    entityType: 'ACTION',
    entityId: row.id,
    planId: row.planId,
    before: { dueDate: revision.fromDate },
    after: {
      dueDate,
      ...(revision.reason ? { reason: revision.reason } : {}),
      ...(asked ? { requestedBy: asked.userName, ...(asked.note ? { note: asked.note } : {}) } : {}),
      ...(agreement.agreedOn ? { agreedOn: agreement.agreedOn } : {}),
    },
  });
  return { ...written, agreedBy, agreedOn: agreement.agreedOn };
}

function problemsOf(decision: { ok: true } | { ok: false; problems: FieldProblem[] }): FieldProblem[] {
  return decision.ok ? [] : decision.problems;
}
