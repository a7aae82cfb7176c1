import { Dialog } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { DueDateDialog } from '../due-date-dialog.tsx';
import { actionQuery } from '../queries.ts';
import { useMay } from '../use-may.ts';
import type { DateMove } from './use-date-move.ts';

type AskDateMoveProps = { move: DateMove; onClose: () => void };

/** Asks why a date moves, or asks for it where the person may not set it. The action is read afresh for that. */
export function AskDateMove({ move, onClose }: AskDateMoveProps) {
  const action = useQuery(actionQuery(move.row.id));
  if (action.data) return <Asking action={action.data} move={move} onClose={onClose} />;
  if (!action.isError) return null;
  return (
    <Dialog onClose={onClose} title={`${move.row.reference} could not be read`}>
      <ProblemPanel error={action.error} onRetry={() => void action.refetch()} />
    </Dialog>
  );
}

type AskingProps = AskDateMoveProps & { action: Parameters<typeof DueDateDialog>[0]['action'] };

function Asking({ action, move, onClose }: AskingProps) {
  const may = useMay(action);
  const set = may('action.setDueDate');
  const request = may('action.requestDueDate');
  if (set.ok || request.ok) return <DueDateDialog action={action} proposed={move.date} onClose={onClose} />;
  return (
    <Dialog onClose={onClose} title={`${action.reference} keeps its date`}>
      <p>{request.reason}</p>
    </Dialog>
  );
}
