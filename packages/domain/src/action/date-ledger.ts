import { formatDate, type IsoDate } from '@gt/contracts/words';
import { timesWords } from '../wording/index.ts';

/** A row of the date ledger, as far as counting needs it. */
export type LedgerRevision = {
  fromDate: IsoDate | null;
  toDate: IsoDate | null;
  /** A slip taken back at once, or the row that took it back: neither counts as a move. */
  isSlip?: boolean;
};

export type DateLedger = {
  /** How often the due date moved; setting a first date is no move. */
  timesMoved: number;
  originalDueDate: IsoDate | null;
  /** "was 31 January 2026, moved twice"; '' when it never moved. */
  words: string;
};

/**
 * The one-line history of a due date, shown wherever the date is. Revisions in order of time, oldest first.
 * Source: keep original, every revision and the count (Herefordshire scrutiny 2017).
 * Example: 31 January → 28 February → 12 March 2026 is "was 31 January 2026, moved twice".
 */
export function dateLedger(
  originalDueDate: IsoDate | null,
  revisions: readonly LedgerRevision[],
): DateLedger {
  const moves = revisions.filter(
    (revision) => !revision.isSlip && revision.fromDate !== null && revision.toDate !== revision.fromDate,
  );
  const timesMoved = moves.length;
  const original = originalDueDate ?? moves[0]?.fromDate ?? null;
  if (timesMoved === 0 || original === null) return { timesMoved, originalDueDate: original, words: '' };
  const isBack = moves[timesMoved - 1]?.toDate === original;
  const words = isBack
    ? `moved ${timesWords(timesMoved)}, now back at its original date`
    : `was ${formatDate(original)}, moved ${timesWords(timesMoved)}`;
  return { timesMoved, originalDueDate: original, words };
}
