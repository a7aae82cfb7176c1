import { formatDate, type IsoDate } from '@gt/contracts/words';
import { changeDueDate } from '@gt/domain/action';
import { DateField, Dialog, ErrorSummary } from '@gt/ui';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { conflictFields } from './action-form-fields.ts';
import classes from './action-view.module.css';
import { type ActionDetail, useActionWrites } from './queries.ts';

type DueDateDialogProps = { action: ActionDetail; onClose: () => void };

/** Sets or moves the due date. A move asks why; the original date stays on record. */
export function DueDateDialog({ action: shown, onClose }: DueDateDialogProps) {
  // As it was when the dialog opened: a refresh behind it must not pass for having been read.
  const [action] = useState(shown);
  const [dueDate, setDueDate] = useState<IsoDate | null>(action.dueDate);
  const [reason, setReason] = useState('');
  const { changeDueDate: write } = useActionWrites();
  const form = useWriteForm();
  const isMove = action.dueDate !== null;

  const send = async (version: number, to: IsoDate | null) => {
    const saved = await form.send(() =>
      write.mutateAsync({ actionId: action.id, version, dueDate: to, reason }),
    );
    if (!saved) return;
    toast(`${action.reference} is now due on ${to ? formatDate(to) : 'no date'}.`);
    onClose();
  };
  const submit = () => {
    const { status, startDate, originalDueDate } = action;
    const change = { status, startDate, originalDueDate, dueDate: action.dueDate, toDate: dueDate, reason };
    const decision = changeDueDate(change);
    if (form.passes(decision.ok ? [] : decision.problems)) void send(action.version, dueDate);
  };
  const { conflict } = form;
  return (
    <Dialog
      onClose={onClose}
      title={isMove ? `Move the due date of ${action.reference}` : `Set the due date of ${action.reference}`}
    >
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={[conflictFields(undefined).dueDate]}
          mine={{ dueDate }}
          submitLabel="Save this date"
          busy={write.isPending}
          onBack={form.leaveConflict}
          onSubmit={(chosen) =>
            chosen.dueDate === conflict.values.dueDate
              ? onClose()
              : void send(conflict.version, chosen.dueDate as IsoDate | null)
          }
        />
      ) : (
        <Stack gap="md">
          {action.originalDueDate && isMove ? (
            <p className={classes.fact}>
              Now due on {formatDate(action.dueDate ?? '')}. The original date,{' '}
              {formatDate(action.originalDueDate)}, stays on record.
            </p>
          ) : null}
          <DateField
            id="dueDate"
            data-autofocus
            label="New due date"
            value={dueDate}
            onChange={setDueDate}
            error={form.errors.dueDate}
          />
          <Textarea
            id="reason"
            label={isMove ? 'Why it moves, and who agreed' : 'Reason (optional)'}
            description="Do not name a child."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={form.errors.reason}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button onClick={submit} loading={write.isPending}>
              {isMove ? 'Move the date' : 'Set the date'}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
