import { formatDate } from '@gt/contracts/words';
import { STATUS_MOVES } from '@gt/domain/action';
import type { ActionRow } from '../queries.ts';
import { useMay } from '../use-may.ts';
import { EDIT_NEEDS, type EditableColumn } from './editable.ts';

const TITLES: Record<EditableColumn, string> = {
  status: 'Status',
  rag: 'Declared rating',
  owner: 'Owner (post)',
  team: 'Team',
  dueDate: 'Due date',
  priority: 'Priority',
};

type MayEdit = {
  title: string;
  /** Why this cell cannot be changed here; null when it can. */
  refusal: string | null;
  /** A due date that the person may only ask for. */
  isRequest: boolean;
};

/** What may be changed in the cells of one row, by the rules that the server applies again. */
export function useMayEdit(row: ActionRow): (column: EditableColumn) => MayEdit {
  const may = useMay(row);
  return (column) => {
    const title = TITLES[column];
    const decision = may(EDIT_NEEDS[column]);
    const isRequest = column === 'dueDate' && !decision.ok && may('action.requestDueDate').ok;
    const refusal = decision.ok || isRequest ? stateRefusal(row, column) : decision.reason;
    return { title: isRequest ? 'Ask for another due date' : title, refusal, isRequest };
  };
}

/** What the state of the action does not allow, whoever asks. */
function stateRefusal(row: ActionRow, column: EditableColumn): string | null {
  if (row.redactedAt) return 'The words of this action were destroyed, so it is changed on its own page.';
  if (column === 'status') {
    if (row.status === 'CLOSED') return 'The action is closed. Open it to reopen it, with a reason.';
    if (row.status === 'CANCELLED') return 'The action is cancelled. Open it to reopen it, with a reason.';
    return STATUS_MOVES[row.status].length > 0 ? null : 'There is nowhere to go from this status.';
  }
  if ((column === 'rag' || column === 'dueDate') && (row.status === 'CLOSED' || row.status === 'CANCELLED')) {
    const what = column === 'rag' ? 'its rating follows from that' : 'its due date stays as it was';
    return `The action is ${row.status === 'CLOSED' ? 'closed' : 'cancelled'}, so ${what}.`;
  }
  if (column === 'dueDate' && row.pendingDueDate) {
    return `${formatDate(row.pendingDueDate)} has been asked for already. It must be answered or withdrawn first.`;
  }
  return null;
}
