import { type IsoDate, PRIORITIES, PRIORITY_LABELS, type Priority } from '@gt/contracts/words';
import { ACTION_LIMITS, validateAction } from '@gt/domain/action';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { useConflictNote } from '../comments/public.tsx';
import { conflictFields } from './action-form-fields.ts';
import { type ActionDetail, useActionWrites } from './queries.ts';

type Facts = {
  title: string;
  detail: string;
  successMeasure: string;
  priority: Priority;
  startDate: IsoDate | null;
};
const COMPARED = ['title', 'detail', 'successMeasure', 'priority', 'startDate'] as const;

const pick = ({ title, detail, successMeasure, priority, startDate }: Facts): Facts => ({
  title,
  detail,
  successMeasure,
  priority,
  startDate,
});

/** What will be done: title, detail, success measure, priority and start. Typed words are kept. */
export function EditDialog({ action, onClose }: { action: ActionDetail; onClose: () => void }) {
  // The version goes with the words: a draft begun before somebody else's change must not pass for having seen it.
  const draft = useDraft<Facts & { version: number }>(
    `action-edit:${action.id}`,
    { entityType: 'ACTION', entityId: action.id },
    { ...pick(action), version: action.version },
  );
  const { values, set } = draft;
  const { edit } = useActionWrites();
  const form = useWriteForm();
  const dates = useUnreadableDates({ startDate: 'the start date' });

  const send = async (version: number, facts: Facts) => {
    const saved = await form.send(() => edit.mutateAsync({ actionId: action.id, version, ...facts }));
    if (!saved) return;
    draft.clear();
    toast(`${action.reference} has been changed.`);
    onClose();
  };
  const submit = () => {
    const found = [...dates.problems, ...validateAction({ ...values, dueDate: action.dueDate })];
    if (form.passes(found.map((problem) => (problem.field === 'dueDate' ? START_AFTER_DUE : problem))))
      void send(values.version, pick(values));
  };
  const fields = conflictFields(undefined);
  const { conflict } = form;
  const note = useConflictNote(action, form, () => {
    draft.clear();
    onClose();
  });
  return (
    <Dialog onClose={onClose} size="lg" title={`Change ${action.reference}`}>
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={COMPARED.map((name) => fields[name])}
          mine={pick(values)}
          base={pick(action)}
          submitLabel="Save my choices"
          busy={edit.isPending}
          onBack={form.leaveConflict}
          note={note}
          onSubmit={(chosen) => void send(conflict.version, pick(chosen as Facts))}
        />
      ) : (
        <Stack gap="md">
          <FactFields values={values} errors={form.errors} onChange={set} onUnreadable={dates.watch} />
          <DialogButtons
            label="Save"
            busy={edit.isPending}
            onSubmit={submit}
            backLabel="Discard"
            onBack={() => {
              draft.clear();
              onClose();
            }}
          />
        </Stack>
      )}
    </Dialog>
  );
}

const START_AFTER_DUE = {
  field: 'startDate',
  message: 'The start date must be the same as or before the due date',
};

type FactFieldsProps = {
  values: Facts;
  errors: Record<string, string>;
  onChange: (patch: Partial<Facts>) => void;
  /** For text that is no date: see `useUnreadableDates`. */
  onUnreadable?: (field: string) => (isUnreadable: boolean) => void;
};

/** The fields that say what will be done; shared by adding and changing an action. */
export function FactFields({ values, errors, onChange, onUnreadable }: FactFieldsProps) {
  return (
    <>
      <TextInput
        id="title"
        label="What will be done"
        value={values.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={errors.title}
      />
      <LongText
        id="detail"
        label="Detail (optional)"
        description="Do not name a child."
        limit={ACTION_LIMITS.detail}
        value={values.detail}
        onChange={(event) => onChange({ detail: event.currentTarget.value })}
        error={errors.detail}
      />
      <LongText
        id="successMeasure"
        label="How we will know it worked (optional)"
        minRows={2}
        limit={ACTION_LIMITS.successMeasure}
        value={values.successMeasure}
        onChange={(event) => onChange({ successMeasure: event.currentTarget.value })}
        error={errors.successMeasure}
      />
      <Group grow align="flex-start">
        <NativeSelect
          id="priority"
          label="Priority"
          description="How it is ranked beside others"
          value={values.priority}
          data={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABELS[value] }))}
          onChange={(event) => onChange({ priority: event.currentTarget.value as Priority })}
          error={errors.priority}
        />
        <DateField
          id="startDate"
          label="Start (optional)"
          value={values.startDate}
          onChange={(startDate) => onChange({ startDate })}
          onUnreadable={onUnreadable?.('startDate')}
          error={errors.startDate}
        />
      </Group>
    </>
  );
}
