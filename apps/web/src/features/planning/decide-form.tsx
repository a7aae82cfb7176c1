import { type DueDateApproval, formatDate, type IsoDate } from '@gt/contracts/words';
import { agreeDueDate, checkDueDateAnswer, DECISION_NOTE_MAX } from '@gt/domain/planning';
import { DateField, ErrorSummary, LongText } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { FormButtons } from './form-buttons.tsx';
import classes from './planning.module.css';
import { type DueDateRequest, useDateWrites } from './queries.ts';

type DecideFormProps = {
  request: DueDateRequest & { reference: string };
  isAgreed: boolean;
  approval: DueDateApproval;
  onClose: () => void;
};

/** Agrees or refuses a date with a note; where the board must agree, its day is entered. The note is kept while typed. */
export function DecideForm({ request, isAgreed, approval, onClose }: DecideFormProps) {
  const prefix = `decide-${request.id}-`;
  const today = useToday();
  const of = { entityType: 'ACTION', entityId: request.actionId };
  const draft = useDraft(`decide:${request.id}`, of, { note: '' });
  const [agreedOn, setAgreedOn] = useState<IsoDate | null>(null);
  const { decide } = useDateWrites();
  const form = useWriteForm(prefix);
  const { note } = draft.values;
  const asksBoard = isAgreed && approval === 'BOARD';

  const submit = async () => {
    const agreement = agreeDueDate({ approval, isAsked: true, isFirst: false, agreedOn, today });
    const problems = [
      ...(isAgreed && !agreement.ok ? agreement.problems : []),
      ...checkDueDateAnswer({ state: request.state, isAgreed, note }),
    ];
    if (!form.passes(problems)) return;
    const { id: requestId, version, reference, toDate } = request;
    const input = { requestId, version, isAgreed, note, agreedOn: asksBoard ? agreedOn : null };
    if (!(await form.send(() => decide.mutateAsync(input)))) return;
    draft.clear();
    toast(
      isAgreed
        ? `${reference} is now due on ${formatDate(toDate)}.`
        : `The date of ${reference} stays as it was.`,
    );
    onClose();
  };
  return (
    <form
      noValidate
      aria-label={`${isAgreed ? 'Agree' : 'Refuse'} the date of ${request.reference}`}
      className={classes.answer}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="sm">
        {form.conflict ? (
          <p role="alert">
            {form.conflict.changedBy} has answered or withdrawn this meanwhile. Your note is kept; go back to
            see what became of it.
          </p>
        ) : null}
        {asksBoard ? (
          <DateField
            id={`${prefix}agreedOn`}
            label="Day of the board that agreed"
            value={agreedOn}
            onChange={setAgreedOn}
            error={form.errors.agreedOn}
          />
        ) : null}
        <LongText
          id={`${prefix}note`}
          label={isAgreed ? 'Note (optional)' : 'Why the date stays'}
          description="Whoever asked reads it. Do not name a child."
          limit={DECISION_NOTE_MAX}
          value={note}
          autoFocus
          onChange={(event) => draft.set({ note: event.currentTarget.value })}
          error={form.errors.note}
        />
        <FormButtons
          label={isAgreed ? `Agree ${formatDate(request.toDate)}` : 'Refuse it'}
          busy={decide.isPending}
          onBack={onClose}
        />
      </Stack>
    </form>
  );
}
