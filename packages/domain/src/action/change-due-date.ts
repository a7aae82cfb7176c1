import { type DeliveryStatus, type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';
import { checkReason } from '../wording/index.ts';
import { checkActionDates } from './validate-action.ts';

export type DueDateChange = {
  status: DeliveryStatus;
  startDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  /** The due date now. */
  dueDate: IsoDate | null;
  /** The date wanted. */
  toDate: IsoDate | null;
  reason?: string | null;
};
export type DueDateDecision =
  | {
      ok: true;
      dueDate: IsoDate;
      /** Set once, with the first date the action ever had; never changed afterwards. */
      originalDueDate: IsoDate;
      /** The row for the date ledger. `fromDate` null: a first date, which is no move. */
      revision: { fromDate: IsoDate | null; toDate: IsoDate; reason: string };
    }
  | { ok: false; problems: FieldProblem[] };

/**
 * Decides a change of due date. A move needs a reason of at least 10 characters; the first date of an action needs
 * none; a date can be moved but not taken away; start comes first; closed and cancelled actions keep theirs.
 * Source: keep the original, every revision, who approved it, why, and the count (Herefordshire scrutiny 2017).
 * Example: from 31 January 2026 to 12 March 2026 with the reason "Two panels were postponed" → a revision with
 * both dates, and the original stays 31 January 2026.
 */
export function changeDueDate(change: DueDateChange): DueDateDecision {
  const { status, startDate, dueDate, toDate } = change;
  if (status === 'CLOSED' || status === 'CANCELLED') {
    const word = status === 'CLOSED' ? 'closed' : 'cancelled';
    return refuse(
      'dueDate',
      `The action is ${word}, so its due date stays as it was. Reopen it to set a new one.`,
    );
  }
  if (toDate === null) {
    return refuse('dueDate', dueDate ? 'A due date can be moved but not taken away' : 'Enter a due date');
  }
  if (toDate === dueDate) return refuse('dueDate', `The action is already due on ${formatDate(toDate)}`);
  const isMove = dueDate !== null;
  const problems = [
    ...checkActionDates({ startDate, dueDate: toDate }),
    ...(isMove ? checkReason('reason', change.reason, 'Enter why the date moves') : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    dueDate: toDate,
    originalDueDate: change.originalDueDate ?? dueDate ?? toDate,
    revision: { fromDate: dueDate, toDate, reason: change.reason?.trim() ?? '' },
  };
}

function refuse(field: string, message: string): DueDateDecision {
  return { ok: false, problems: [{ field, message }] };
}
