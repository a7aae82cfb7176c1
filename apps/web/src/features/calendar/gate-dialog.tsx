import { formatDate, type IsoDate } from '@gt/contracts/words';
import { workingCalendar } from '@gt/domain/calendar';
import { GATE_LIMITS, validateGate } from '@gt/domain/inspection';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type Gate, type GatedClock, useCalendarWrites } from './queries.ts';

const CALENDAR = workingCalendar();
const PREFIX = 'gate-';
const COMPARED = [
  { name: 'name', label: 'Name', show: (value: unknown) => String(value ?? '') },
  { name: 'dueDate', label: 'Day', show: (value: unknown) => (value ? formatDate(String(value)) : '') },
];

type GateDialogProps = { clock: GatedClock; gate?: Gate; onClose: () => void };
type Facts = { name: string; dueDate: IsoDate };

/** Adds an approval gate, renames one or moves it to another day. */
export function GateDialog({ clock, gate, onClose }: GateDialogProps) {
  const [initial] = useState({
    name: gate?.name ?? '',
    dueDate: gate?.dueDate ?? (null as IsoDate | null),
    version: gate?.version ?? 0,
  });
  const of = gate
    ? { entityType: 'CLOCK_GATE', entityId: gate.id }
    : { entityType: 'STATUTORY_CLOCK', entityId: clock.clockId };
  const draft = useDraft(`gate:${gate?.id ?? clock.clockId}`, of, initial);
  const { name, dueDate, version } = draft.values;
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { addGate, editGate } = useCalendarWrites();
  const form = useWriteForm(PREFIX);
  const busy = addGate.isPending || editGate.isPending;

  const save = async (facts: Facts, at: number) => {
    const saved = await form.send(() =>
      gate
        ? editGate.mutateAsync({ gateId: gate.id, version: at, ...facts })
        : addGate.mutateAsync({ clockId: clock.clockId, ...facts, idempotencyKey }),
    );
    if (!saved) return;
    draft.clear();
    toast(gate ? `“${facts.name}” is changed.` : `“${facts.name}” is on the list.`);
    onClose();
  };
  const submit = () => {
    const problems = dueDate
      ? validateGate({ name, dueDate }, clock, CALENDAR)
      : [{ field: 'dueDate', message: 'Enter the day, such as 12 March 2026' }];
    if (form.passes(problems) && dueDate) void save({ name: name.trim(), dueDate }, version);
  };
  return (
    <Dialog onClose={onClose} size="lg" title={gate ? `Rename or move “${gate.name}”` : 'Add a gate'}>
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <ConflictChoice
          conflict={form.conflict}
          fields={COMPARED}
          mine={{ name, dueDate }}
          base={{ name: initial.name, dueDate: initial.dueDate }}
          submitLabel="Save my choices"
          busy={busy}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => void save(chosen as Facts, form.conflict?.version ?? version)}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack gap="md">
            <TextInput
              id={`${PREFIX}name`}
              label="Name"
              description="A body or a step, such as Trust board"
              data-autofocus
              maxLength={GATE_LIMITS.name}
              value={name}
              onChange={(event) => draft.set({ name: event.currentTarget.value })}
              error={form.errors.name}
            />
            <DateField
              id={`${PREFIX}dueDate`}
              label="Day"
              description={`A working day, no later than ${formatDate(clock.dueDate)}. A day that you set stays when the date of receipt is corrected.`}
              value={dueDate}
              onChange={(day) => draft.set({ dueDate: day })}
              error={form.errors.dueDate}
            />
            <DialogButtons
              label={gate ? 'Save' : 'Add the gate'}
              busy={busy}
              backLabel="Discard"
              onBack={() => {
                draft.clear();
                onClose();
              }}
            />
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
