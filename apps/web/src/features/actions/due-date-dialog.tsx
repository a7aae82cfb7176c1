import { formatDate, type IsoDate } from '@gt/contracts/words';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Button, Stack, Textarea } from '@mantine/core';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { useConflictNote } from '../comments/public.tsx';
import { conflictFields } from './action-form-fields.ts';
import classes from './action-view.module.css';
import type { ActionDetail } from './queries.ts';
import { useDueDateChange } from './use-due-date-change.ts';

type DueDateDialogProps = {
  action: ActionDetail;
  /** A day that was pointed at already, for the person to keep or change. */
  proposed?: IsoDate;
  onClose: () => void;
};

/**
 * Sets or moves the due date, or asks for another. A move says why, and where the board must agree, on what day it
 * did; the original date stays on record.
 */
export function DueDateDialog({ action: shown, proposed, onClose }: DueDateDialogProps) {
  const change = useDueDateChange(shown, { first: proposed ?? shown.dueDate, onDone: onClose });
  const { action, approval, asks, asksBoard, isMove, setWaits, dueDate, setDueDate, agreedOn, setAgreedOn } =
    change;
  const { reason, form, busy, send, submit } = change;
  const { conflict } = form;
  const note = useConflictNote(action, form, () => {
    change.clear();
    onClose();
  });
  return (
    <Dialog onClose={onClose} title={titleOf(action, asks)}>
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={[conflictFields(undefined).dueDate]}
          mine={{ dueDate }}
          submitLabel={asks ? 'Ask for this date' : 'Save this date'}
          busy={busy}
          onBack={form.leaveConflict}
          note={{ ...note, words: reason }}
          onSubmit={(chosen) =>
            chosen.dueDate === conflict.values.dueDate
              ? onClose()
              : void send(conflict.version, chosen.dueDate as IsoDate | null)
          }
        />
      ) : (
        <Stack gap="md">
          <DateWords action={action} asks={asks} approval={approval} />
          <DateField
            id="dueDate"
            data-autofocus
            label={asks ? 'Date you ask for' : 'New due date'}
            value={dueDate}
            onChange={setDueDate}
            error={form.errors.dueDate}
          />
          {asksBoard ? (
            <DateField
              id="agreedOn"
              label="Day of the board that agreed"
              value={agreedOn}
              onChange={setAgreedOn}
              error={form.errors.agreedOn}
            />
          ) : null}
          <Textarea
            id="reason"
            label={isMove || asks ? 'Why it moves' : 'Reason (optional)'}
            description="Do not name a child."
            value={reason}
            onChange={(event) => change.setReason(event.currentTarget.value)}
            error={form.errors.reason}
          />
          <DialogButtons
            label={asks ? 'Ask for this date' : isMove ? 'Move the date' : 'Set the date'}
            busy={busy}
            onSubmit={submit}
            onBack={onClose}
          >
            {asksBoard && action.pendingDueDate === null ? (
              <Button variant="subtle" onClick={() => setWaits(true)}>
                The board has yet to agree
              </Button>
            ) : null}
          </DialogButtons>
        </Stack>
      )}
    </Dialog>
  );
}

function titleOf({ reference, dueDate }: ActionDetail, asks: boolean): string {
  if (asks) return `Ask for another due date for ${reference}`;
  return dueDate ? `Move the due date of ${reference}` : `Set the due date of ${reference}`;
}

type DateWordsProps = { action: ActionDetail; asks: boolean; approval: 'NONE' | 'LEAD' | 'BOARD' };

function DateWords({ action, asks, approval }: DateWordsProps) {
  const who = approval === 'BOARD' ? 'the board has agreed' : 'the programme lead agrees';
  return (
    <>
      {action.originalDueDate && action.dueDate ? (
        <p className={classes.fact}>
          Now due on {formatDate(action.dueDate)}. The original date, {formatDate(action.originalDueDate)},
          stays on record.
        </p>
      ) : null}
      {asks ? <p className={classes.fact}>The date stays until {who}. You are told of the answer.</p> : null}
      {!asks && action.pendingDueDate ? (
        <p className={classes.fact}>
          {formatDate(action.pendingDueDate)} is asked for. Setting that date answers the request.
        </p>
      ) : null}
    </>
  );
}
