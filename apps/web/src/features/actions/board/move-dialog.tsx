import { Dialog } from '@gt/ui';
import { ReasonStep } from '../grid/reason-step.tsx';
import type { AskedMove } from './use-board-moves.ts';

type MoveDialogProps = { asked: AskedMove; onAnswer: (reason: string) => void; onClose: () => void };

/** Asks why before a card goes where the record needs a reason. */
export function MoveDialog({ asked, onAnswer, onClose }: MoveDialogProps) {
  const { row, to, move } = asked;
  return (
    <Dialog onClose={onClose} title={`Move ${row.reference} to “${to.name}”`}>
      <ReasonStep label={move.reasonLabel} submitLabel="Move it" onSubmit={onAnswer} onBack={onClose} />
    </Dialog>
  );
}
