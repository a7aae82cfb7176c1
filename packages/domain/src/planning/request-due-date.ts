import {
  type DueDateApproval,
  type DueDateRequestState,
  type FieldProblem,
  formatDate,
  type IsoDate,
} from '@gt/contracts/words';
import { changeDueDate, type DueDateChange } from '../action/index.ts';
import { checkReason, checkText } from '../wording/index.ts';

/** Longest note with an answer to a request, in characters. */
export const DECISION_NOTE_MAX = 2_000;

export type DueDateRequestAsked = Omit<DueDateChange, 'toDate'> & {
  toDate: IsoDate | null;
  today: IsoDate;
  approval: DueDateApproval;
  /** Whether the person may set the date without asking. */
  maySet: boolean;
  /** The date that somebody has already asked for and that waits for an answer. */
  pending: { toDate: IsoDate; requestedBy: string } | null;
};
export type DueDateRequestDecision =
  | { ok: true; toDate: IsoDate; reason: string }
  /** `rule`: nothing in the form can mend it. */
  | { ok: false; problems: FieldProblem[]; rule?: string };

/**
 * Decides whether a new due date may be asked for. Every request says why, and an action has one open request at a
 * time. Whoever may set the date sets it, unless the board must agree: then it waits for the board. A date that has
 * passed is not worth asking for.
 * Source: due dates by request, approved by the lead or the board by plan setting.
 * Example: 12 March 2026 asked for on 20 March 2026 → "The new date has passed. Ask for 20 March 2026 or later".
 */
export function requestDueDate(asked: DueDateRequestAsked): DueDateRequestDecision {
  const { approval, maySet, pending, today, toDate } = asked;
  if (maySet && approval !== 'BOARD') {
    return { ok: false, problems: [], rule: 'You may set this date yourself, so there is nobody to ask.' };
  }
  if (pending) {
    const message = `${pending.requestedBy} has already asked for ${formatDate(pending.toDate)}. It must be answered or withdrawn first.`;
    return { ok: false, problems: [{ field: 'dueDate', message }] };
  }
  const change = changeDueDate(asked);
  const problems = change.ok ? [] : change.problems.filter(({ field }) => field !== 'reason');
  if (problems.length === 0 && toDate !== null && toDate < today) {
    const message = `The new date has passed. Ask for ${formatDate(today)} or later.`;
    problems.push({ field: 'dueDate', message });
  }
  problems.push(...checkReason('reason', asked.reason, 'Enter why the date should move'));
  if (problems.length > 0 || toDate === null) return { ok: false, problems };
  return { ok: true, toDate, reason: asked.reason?.trim() ?? '' };
}

export type DueDateAnswer = { state: DueDateRequestState; isAgreed: boolean; note: string };

/**
 * Everything wrong with an answer to a request. A refusal says why, so that whoever asked knows what to do; with an
 * agreement the note is free. Only a request that waits can be answered.
 */
export function checkDueDateAnswer({ state, isAgreed, note }: DueDateAnswer): FieldProblem[] {
  if (state !== 'PENDING') {
    return [{ field: 'note', message: `This request ${answered[state]}. Nothing more can be decided on it` }];
  }
  return isAgreed
    ? checkText('note', note, { label: 'The note', max: DECISION_NOTE_MAX })
    : checkReason('note', note, 'Enter why the date stays, so that whoever asked knows what to do');
}

const answered: Record<Exclude<DueDateRequestState, 'PENDING'>, string> = {
  AGREED: 'has been agreed',
  REFUSED: 'has been refused',
  WITHDRAWN: 'was withdrawn',
};
