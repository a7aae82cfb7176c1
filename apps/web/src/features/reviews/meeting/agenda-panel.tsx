import { Dialog, DialogButtons, EmptyState, ErrorSummary } from '@gt/ui';
import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ChooseActions } from '../../../components/choose-actions.tsx';
import { toast } from '../../../components/toast.tsx';
import { problemOf } from '../../../lib/problem.ts';
import { AgendaList } from './agenda-list.tsx';
import classes from './agenda-panel.module.css';
import { DecisionForm } from './decision-form.tsx';
import { useMeeting } from './meeting-context.ts';
import { useAgendaWrites } from './use-agenda-writes.ts';

/** The agenda with what can be put on it, and what the meeting decides besides. */
export function AgendaPanel({ onChosen }: { onChosen?: () => void }) {
  const { mayWrite } = useMeeting();
  const { move } = useAgendaWrites();
  const [shown, setShown] = useState<'add' | 'decision' | null>(null);
  const close = () => setShown(null);
  return (
    <div className={classes.panel}>
      <AgendaList onMove={mayWrite ? move : undefined} onChosen={onChosen} />
      {mayWrite ? (
        <div className={classes.tools}>
          <Button size="compact-sm" variant="default" onClick={() => setShown('add')}>
            Add an action
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setShown('decision')}>
            Other decision
          </Button>
        </div>
      ) : null}
      {shown === 'add' ? <AddToAgenda onClose={close} /> : null}
      {shown === 'decision' ? (
        <Dialog title="A decision that is not about one action" onClose={close} size="lg">
          <DecisionForm item={null} onClose={close} />
        </Dialog>
      ) : null}
    </div>
  );
}

/** Finds actions and puts them at the end of the agenda. */
function AddToAgenda({ onClose }: { onClose: () => void }) {
  const { review } = useMeeting();
  const { add } = useAgendaWrites();
  const [actionIds, setActionIds] = useState<string[]>([]);
  const [problem, setProblem] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const known = new Set(review.agenda.map(({ actionId }) => actionId));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (actionIds.length === 0) {
      setProblem(['Choose at least one action']);
      return;
    }
    setBusy(true);
    try {
      for (const actionId of actionIds) await add(actionId);
      toast(actionIds.length === 1 ? 'It is on the agenda.' : `${actionIds.length} are on the agenda.`);
      onClose();
    } catch (error) {
      setProblem([problemOf(error).message]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title="Add actions to the agenda" onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <ErrorSummary errors={problem.map((message) => ({ fieldId: 'find', message }))} />
          <ChooseActions
            planId={review.planId}
            fits={(row) => !known.has(row.id)}
            none="Every action that fits is on the agenda already. Try other words."
            actionIds={actionIds}
            onChange={setActionIds}
            error={problem[0]}
          />
          <DialogButtons label="Add to the agenda" busy={busy} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** A meeting about nothing that is late, red, silent or changed: said so, and not left blank. */
export function EmptyAgenda() {
  const { mayWrite } = useMeeting();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <EmptyState
        sentence="Nothing is on the agenda."
        detail="No decision was carried over, and no action is overdue, red or amber, silent, changed or due soon."
        buttonLabel={mayWrite ? 'Add an action to the agenda' : undefined}
        onButton={() => setAdding(true)}
      />
      {isAdding ? <AddToAgenda onClose={() => setAdding(false)} /> : null}
    </>
  );
}
