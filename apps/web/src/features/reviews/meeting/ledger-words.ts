import { formatDate, type IsoDate } from '@gt/contracts/words';
import { dateLedger, overdue } from '@gt/domain/action';
import { countOf } from '@gt/domain/wording';
import type { ActionDetail } from '../queries.ts';

type Dated = Pick<ActionDetail, 'status' | 'dueDate' | 'originalDueDate' | 'dateRevisions'>;

/** On whose word the date moved last: "agreed by the board of 3 March 2026". */
function agreementWords(revisions: Dated['dateRevisions']): string {
  const last = revisions.findLast(({ isSlip, fromDate }) => !isSlip && fromDate !== null);
  if (!last || last.agreedBy === 'NONE') return '';
  if (last.agreedBy === 'LEAD') return 'agreed by the programme lead';
  return `agreed by the board${last.agreedOn ? ` of ${formatDate(last.agreedOn)}` : ''}`;
}

/**
 * The due date of an action in one line, with all that became of it.
 * Example: "due 12 March 2026, was 31 January 2026, moved twice, agreed by the board of 3 March 2026; 6 days overdue".
 */
export function ledgerWords(action: Dated, today: IsoDate): string {
  const { dueDate, originalDueDate, dateRevisions } = action;
  if (dueDate === null) return 'no due date';
  const line = [
    `due ${formatDate(dueDate)}`,
    dateLedger(originalDueDate, dateRevisions).words,
    agreementWords(dateRevisions),
  ].filter((part) => part !== '');
  const { daysOverdue } = overdue({ status: action.status, dueDate, originalDueDate, today });
  return `${line.join(', ')}${daysOverdue > 0 ? `; ${countOf(daysOverdue, 'day')} overdue` : ''}`;
}
