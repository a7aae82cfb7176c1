import { type DueDateApproval, type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';
import { changeDueDate } from '@gt/domain/action';
import { agreeDueDate } from '@gt/domain/planning';
import { fromIsoDate, fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { ActionForWrite } from './write-action.ts';

export type DueDateMove = {
  dueDate: IsoDate | null;
  reason: string;
  /** The day of the board that agreed; null when none is given. */
  agreedOn: IsoDate | null;
  /** Who asked for the date, and the note with the agreement; null when whoever has the right sets it. */
  asked: { userId: string; userName: string; note: string } | null;
  /** Whose word the plan asks for. */
  approval: DueDateApproval;
};

export type PlannedDueDate = PlannedWrite & { agreedBy: DueDateApproval; agreedOn: IsoDate | null };

/**
 * Decides a move of the due date: keeps the original, adds the row of the date ledger with who asked and who agreed,
 * and the history. Throws INVALID with a sentence beside each field.
 */
export function planDueDate(
  scope: Scope,
  row: ActionForWrite,
  { dueDate: toDate, reason, agreedOn, asked, approval }: DueDateMove,
): PlannedDueDate {
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
    approval,
    isAsked: asked !== null,
    isFirst: from === null,
    agreedOn,
    today: scope.today,
  });
  if (!decision.ok || !agreement.ok) throw invalid([...problemsOf(decision), ...problemsOf(agreement)]);
  const { dueDate, originalDueDate, revision } = decision;
  const { agreedBy } = agreement;
  return {
    row,
    columns: { dueDate: fromIsoDate(dueDate), originalDueDate: fromIsoDate(originalDueDate) },
    revision: {
      fromDate: fromIsoDateOrNull(revision.fromDate),
      toDate: fromIsoDate(revision.toDate),
      reason: revision.reason,
      changedById: asked?.userId ?? scope.userId,
      agreedBy,
      agreedById: agreedBy === 'NONE' ? null : scope.userId,
      agreedNote: asked?.note ?? '',
      agreedOn: fromIsoDateOrNull(agreement.agreedOn),
    },
    audit: {
      action: asked ? 'action.agreeDueDate' : 'action.changeDueDate',
      before: { dueDate: revision.fromDate },
      after: {
        dueDate,
        ...(revision.reason ? { reason: revision.reason } : {}),
        ...(asked ? { requestedBy: asked.userName, ...(asked.note ? { note: asked.note } : {}) } : {}),
        ...(agreement.agreedOn ? { agreedOn: agreement.agreedOn } : {}),
      },
    },
    tellings: [],
    sentence:
      from === null
        ? `Now due on ${formatDate(dueDate)}.`
        : `Moved from ${formatDate(from)} to ${formatDate(dueDate)}.`,
    agreedBy,
    agreedOn: agreement.agreedOn,
  };
}

function problemsOf(decision: { ok: true } | { ok: false; problems: FieldProblem[] }): FieldProblem[] {
  return decision.ok ? [] : decision.problems;
}
