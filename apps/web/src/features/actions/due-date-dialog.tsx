import { formatDate, type IsoDate } from '@gt/contracts/words';
import { changeDueDate } from '@gt/domain/action';
import { agreeDueDate, requestDueDate } from '@gt/domain/planning';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Button, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { useConflictNote } from '../comments/public.tsx';
import { conflictFields } from './action-form-fields.ts';
import classes from './action-view.module.css';
import { type ActionDetail, dueDateApprovalQuery, useActionWrites } from './queries.ts';
import { useMay } from './use-may.ts';

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
  // As it was when the dialog opened: a refresh behind it must not pass for having been read.
  const [action] = useState(shown);
  const today = useToday();
  const mustAsk = !useMay(action)('action.setDueDate').ok;
  const { data: planning } = useQuery(dueDateApprovalQuery(action.id));
  const approval = planning?.dueDateApproval ?? 'NONE';
  const isMove = action.dueDate !== null;
  // Where the board must agree, whoever leads may set down that it did, or wait for it like everybody else.
  const [waits, setWaits] = useState(false);
  const asks = mustAsk || waits;
  const asksBoard = !asks && isMove && approval === 'BOARD';
  const [dueDate, setDueDate] = useState<IsoDate | null>(proposed ?? action.dueDate);
  const [agreedOn, setAgreedOn] = useState<IsoDate | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const of = { entityType: 'ACTION', entityId: action.id };
  const draft = useDraft(`due-date:${action.id}`, of, { reason: '' });
  const { reason } = draft.values;
  const { changeDueDate: write, requestDueDate: ask } = useActionWrites();
  const form = useWriteForm();
  const busy = write.isPending || ask.isPending;

  const send = async (version: number, to: IsoDate | null) => {
    const change = { actionId: action.id, version, dueDate: to, reason };
    const saved = await form.send(() =>
      asks
        ? ask.mutateAsync({ ...change, idempotencyKey })
        : write.mutateAsync({ ...change, agreedOn: asksBoard ? agreedOn : null }),
    );
    if (!saved) return;
    draft.clear();
    const day = to ? formatDate(to) : 'no date';
    toast(
      asks ? `You asked for ${day} for ${action.reference}.` : `${action.reference} is now due on ${day}.`,
    );
    onClose();
  };
  const problems = () => {
    const { status, startDate, originalDueDate } = action;
    const change = { status, startDate, originalDueDate, dueDate: action.dueDate, toDate: dueDate, reason };
    if (asks) {
      const decision = requestDueDate({ ...change, today, approval, maySet: !mustAsk, pending: null });
      return decision.ok ? [] : decision.problems;
    }
    const decision = changeDueDate(change);
    const agreement = agreeDueDate({ approval, isAsked: false, isFirst: !isMove, agreedOn, today });
    return [...(decision.ok ? [] : decision.problems), ...(agreement.ok ? [] : agreement.problems)];
  };
  const submit = () => {
    if (form.passes(problems())) void send(action.version, dueDate);
  };
  const { conflict } = form;
  const note = useConflictNote(action, form, () => {
    draft.clear();
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
            onChange={(event) => draft.set({ reason: event.currentTarget.value })}
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
