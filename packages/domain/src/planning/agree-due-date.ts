import type { DueDateApproval, FieldProblem, IsoDate } from '@gt/contracts/words';

export type DueDateAgreement = {
  /** Whose word the plan asks for. */
  approval: DueDateApproval;
  /** Somebody asked for the date, and somebody else agreed; otherwise whoever has the right set it. */
  isAsked: boolean;
  /** A first date is no move and needs nobody's word. */
  isFirst: boolean;
  /** The day of the board that agreed, as entered. */
  agreedOn: IsoDate | null;
  today: IsoDate;
};
export type DueDateAgreed =
  | { ok: true; agreedBy: DueDateApproval; agreedOn: IsoDate | null }
  | { ok: false; problems: FieldProblem[] };

/**
 * On whose word a due date moves, for the ledger. Where the plan leaves it to the board, the day of that board is
 * entered with the date; a board that has not met has agreed to nothing. A date that somebody asked for is agreed by
 * the programme lead even where the plan asks for nobody's word.
 * Source: keep the original, every revision and who approved it (Herefordshire scrutiny 2017).
 * Example: approval BOARD, no day entered → "Enter the date of the board that agreed".
 */
export function agreeDueDate({
  approval,
  isAsked,
  isFirst,
  agreedOn,
  today,
}: DueDateAgreement): DueDateAgreed {
  if (isFirst && !isAsked) return { ok: true, agreedBy: 'NONE', agreedOn: null };
  if (approval !== 'BOARD') {
    return { ok: true, agreedBy: isAsked ? 'LEAD' : approval, agreedOn: null };
  }
  if (agreedOn === null) return refuse('Enter the date of the board that agreed');
  if (agreedOn > today) return refuse('The board that agreed must have met. Enter a date up to today');
  return { ok: true, agreedBy: 'BOARD', agreedOn };
}

function refuse(message: string): DueDateAgreed {
  return { ok: false, problems: [{ field: 'agreedOn', message }] };
}
