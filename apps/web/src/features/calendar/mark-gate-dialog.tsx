import { formatDate, type IsoDate } from '@gt/contracts/words';
import { GATE_LIMITS, validateGateDone } from '@gt/domain/inspection';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './clocks-panel.module.css';
import { type Gate, type GatedClock, useCalendarWrites } from './queries.ts';

const PREFIX = 'mark-gate-';

/** The day on which an approval was given, by whom, and what was said of it. */
export function MarkGateDialog(props: { clock: GatedClock; gate: Gate; onClose: () => void }) {
  const { clock, gate, onClose } = props;
  const today = useToday();
  const [initial] = useState({
    doneOn: today as IsoDate | null,
    doneBy: gate.name,
    doneNote: '',
    version: gate.version,
  });
  const of = { entityType: 'CLOCK_GATE', entityId: gate.id };
  const draft = useDraft(`mark-gate:${gate.id}`, of, initial);
  const { doneOn, doneBy, doneNote, version } = draft.values;
  const { markGate } = useCalendarWrites();
  const form = useWriteForm(PREFIX);
  const submit = async () => {
    const problems = doneOn
      ? validateGateDone({ doneOn, doneBy, doneNote }, clock, today)
      : [{ field: 'doneOn', message: 'Enter the day, such as 12 March 2026' }];
    if (!form.passes(problems) || !doneOn) return;
    const at = form.conflict?.version ?? version;
    const done = { doneOn, doneBy: doneBy.trim(), doneNote: doneNote.trim() };
    const saved = await form.send(() => markGate.mutateAsync({ gateId: gate.id, version: at, ...done }));
    if (!saved) return;
    draft.clear();
    toast(`“${gate.name}” is done.`);
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={`Mark “${gate.name}” as done`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <ErrorSummary {...form.summary} />
          {form.conflict ? (
            <p role="alert" className={classes.notice}>
              {form.conflict.changedBy} changed this gate while you were writing:{' '}
              {form.conflict.values.doneOn
                ? `done on ${formatDate(String(form.conflict.values.doneOn))} by ${String(form.conflict.values.doneBy)}`
                : `due on ${formatDate(String(form.conflict.values.dueDate))}`}
              . Your words are kept: press once more to save them in the place of theirs.
            </p>
          ) : null}
          <DateField
            id={`${PREFIX}doneOn`}
            label="Day"
            description={`It was due on ${formatDate(gate.dueDate)}`}
            value={doneOn}
            onChange={(day) => draft.set({ doneOn: day })}
            error={form.errors.doneOn}
          />
          <TextInput
            id={`${PREFIX}doneBy`}
            label="Who agreed"
            description="A body or a post, such as Lead Member for Children"
            maxLength={GATE_LIMITS.doneBy}
            value={doneBy}
            onChange={(event) => draft.set({ doneBy: event.currentTarget.value })}
            error={form.errors.doneBy}
          />
          <LongText
            id={`${PREFIX}doneNote`}
            label="Note (optional)"
            autosize
            minRows={2}
            limit={GATE_LIMITS.doneNote}
            value={doneNote}
            onChange={(event) => draft.set({ doneNote: event.currentTarget.value })}
            error={form.errors.doneNote}
          />
          <DialogButtons
            label="Mark as done"
            busy={markGate.isPending}
            backLabel="Discard"
            onBack={() => {
              draft.clear();
              onClose();
            }}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
