import { PRIORITIES, PRIORITY_LABELS, type Priority } from '@gt/contracts/words';
import { ACTION_LIMITS } from '@gt/domain/action';
import { TEMPLATE_LIMITS, type TemplateMilestone, validateTemplate } from '@gt/domain/planning';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { MilestoneRows } from './milestone-rows.tsx';
import { type Template, useTemplateWrites } from './queries.ts';

type Facts = {
  name: string;
  title: string;
  detail: string;
  successMeasure: string;
  priority: Priority;
  days: number | null;
  milestones: TemplateMilestone[];
};

const words = (value: unknown) => String(value ?? '');
const COMPARED = [
  { name: 'name', label: 'Name', show: words },
  { name: 'title', label: 'What will be done', show: words },
  { name: 'detail', label: 'Detail', show: words },
  { name: 'successMeasure', label: 'How we will know it worked', show: words },
  { name: 'priority', label: 'Priority', show: (value: unknown) => PRIORITY_LABELS[value as Priority] },
  { name: 'days', label: 'Length in days', show: words },
  {
    name: 'milestones',
    label: 'Milestones',
    show: (value: unknown) =>
      (value as TemplateMilestone[]).map(({ title, days }) => `${title} (day ${days})`).join('; '),
  },
];

const factsOf = (template: Facts): Facts => {
  const { name, title, detail, successMeasure, priority, days, milestones } = template;
  return { name, title, detail, successMeasure, priority, days, milestones };
};

/** Changes what a template gives; actions that began from it stay as they are. */
export function EditTemplateDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const [seen] = useState(template);
  const [values, setValues] = useState(() => factsOf(seen));
  const { edit } = useTemplateWrites();
  const form = useWriteForm('template-');
  const { conflict } = form;
  const set = (patch: Partial<Facts>) => setValues({ ...values, ...patch });
  const send = async (version: number, facts: Facts) => {
    if (!(await form.send(() => edit.mutateAsync({ templateId: seen.id, version, ...facts })))) return;
    toast(`The template “${facts.name.trim()}” has been changed.`);
    onClose();
  };
  return (
    <Dialog size="lg" title={`Change the template “${seen.name}”`} onClose={onClose}>
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={COMPARED}
          mine={values}
          base={factsOf(seen)}
          submitLabel="Save my choices"
          busy={edit.isPending}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => void send(conflict.version, factsOf(chosen as Facts))}
        />
      ) : (
        <Stack gap="md">
          <TemplateFields values={values} errors={form.errors} onChange={set} />
          <DialogButtons
            label="Save the template"
            busy={edit.isPending}
            onBack={onClose}
            onSubmit={() => {
              if (form.passes(validateTemplate(values))) void send(seen.version, values);
            }}
          />
        </Stack>
      )}
    </Dialog>
  );
}

type FieldsProps = {
  values: Facts;
  errors: Record<string, string>;
  onChange: (patch: Partial<Facts>) => void;
};

function TemplateFields({ values, errors, onChange }: FieldsProps) {
  const typed = (name: 'name' | 'title' | 'detail' | 'successMeasure') => ({
    id: `template-${name}`,
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...typed('name')} label="Name of the template" data-autofocus />
      <TextInput {...typed('title')} label="What will be done" />
      <LongText {...typed('detail')} label="Detail (optional)" limit={ACTION_LIMITS.detail} />
      <LongText
        {...typed('successMeasure')}
        label="How we will know it worked (optional)"
        minRows={2}
        limit={ACTION_LIMITS.successMeasure}
      />
      <NativeSelect
        id="template-priority"
        label="Priority"
        value={values.priority}
        data={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABELS[value] }))}
        onChange={(event) => onChange({ priority: event.currentTarget.value as Priority })}
        error={errors.priority}
      />
      <NumberInput
        id="template-days"
        label="Length in days (optional)"
        description="From start to due. Left empty, the template gives no due date."
        value={values.days ?? ''}
        min={0}
        max={TEMPLATE_LIMITS.days}
        allowDecimal={false}
        hideControls
        onChange={(days) => onChange({ days: days === '' ? null : Number(days) })}
        error={errors.days}
      />
      <MilestoneRows
        milestones={values.milestones}
        error={errors.milestones}
        onChange={(milestones) => onChange({ milestones })}
      />
    </>
  );
}
