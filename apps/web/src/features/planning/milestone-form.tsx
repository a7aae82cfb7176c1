import { formatDate, type IsoDate, isoDate } from '@gt/contracts/words';
import { milestoneWarning, validateMilestone } from '@gt/domain/planning';
import { DateField, ErrorSummary } from '@gt/ui';
import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { FormButtons } from './form-buttons.tsx';
import classes from './planning.module.css';
import { type Milestone, type PlannedAction, usePlanningWrites } from './queries.ts';

const COMPARED = [
  { name: 'title', label: 'What is to be reached', show: (value: unknown) => String(value ?? '') },
  {
    name: 'dueDate',
    label: 'By when',
    show: (value: unknown) => (value ? formatDate(String(value)) : ''),
  },
];

type MilestoneFormProps = { action: PlannedAction; milestone: Milestone | null; onClose: () => void };

/** Adds or changes a milestone where it stands; Enter saves, Escape goes back. */
export function MilestoneForm({ action, milestone, onClose }: MilestoneFormProps) {
  const prefix = `milestone-${milestone?.id ?? 'new'}-`;
  const today = useToday();
  const [seen] = useState(milestone);
  // The version goes with the words: a draft begun before somebody else's change must not pass for having seen it.
  const [initial] = useState({
    title: seen?.title ?? '',
    dueDate: seen?.dueDate ?? null,
    version: seen?.version ?? 1,
  });
  const of = { entityType: 'ACTION', entityId: action.id };
  const draft = useDraft(`milestone:${seen?.id ?? action.id}`, of, initial);
  const { title, dueDate } = draft.values;
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const { addMilestone, editMilestone } = usePlanningWrites();
  const form = useWriteForm(prefix);
  const busy = addMilestone.isPending || editMilestone.isPending;
  const toDate = (date: string | null) => (date === null ? null : isoDate(date));
  const dates = { startDate: toDate(action.startDate), dueDate: toDate(action.dueDate) };
  const warning = dueDate ? milestoneWarning({ dueDate }, dates) : '';

  const send = async (version: number, values: { title: string; dueDate: IsoDate | null }) => {
    const saved = await form.send(() =>
      seen
        ? editMilestone.mutateAsync({ milestoneId: seen.id, version, ...values })
        : addMilestone.mutateAsync({ actionId: action.id, ...values, idempotencyKey }),
    );
    if (!saved) return;
    draft.clear();
    toast(seen ? 'The milestone is changed.' : `Milestone added to ${action.reference}.`);
    setKey(crypto.randomUUID());
    onClose();
  };
  const submit = () => {
    const problems = validateMilestone({ title, dueDate }, today);
    if (form.passes(problems)) void send(draft.values.version, { title, dueDate });
  };
  const { conflict } = form;
  if (conflict) {
    return (
      <ConflictChoice
        conflict={conflict}
        fields={COMPARED}
        mine={{ title, dueDate }}
        base={{ title: seen?.title, dueDate: seen?.dueDate }}
        submitLabel="Save my choices"
        busy={busy}
        onBack={form.leaveConflict}
        onSubmit={(chosen) =>
          void send(conflict.version, {
            title: String(chosen.title),
            dueDate: chosen.dueDate as IsoDate | null,
          })
        }
      />
    );
  }
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={seen ? `Change ${seen.title}` : 'Add a milestone'}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="sm">
        <TextInput
          id={`${prefix}title`}
          label="What is to be reached"
          description="Do not name a child."
          value={title}
          autoFocus
          onChange={(event) => draft.set({ title: event.currentTarget.value })}
          error={form.errors.title}
        />
        <DateField
          id={`${prefix}dueDate`}
          label="By when"
          value={dueDate}
          onChange={(date) => draft.set({ dueDate: date })}
          error={form.errors.dueDate}
        />
        {warning ? (
          <p className={classes.notice} role="status">
            {warning}. You can save it all the same.
          </p>
        ) : null}
        <FormButtons label={seen ? 'Save' : 'Add the milestone'} busy={busy} onBack={onClose} />
      </Stack>
    </form>
  );
}
