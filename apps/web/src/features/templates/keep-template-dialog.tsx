import { TEMPLATE_LIMITS, validateTemplate } from '@gt/domain/planning';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { templatesQuery, useTemplateWrites } from './queries.ts';

type KeepTemplateDialogProps = {
  action: { id: string; planId: string; reference: string; title: string };
  onClose: () => void;
};

/** Keeps an action's words, length and milestones to begin others from. */
export function KeepTemplateDialog({ action, onClose }: KeepTemplateDialogProps) {
  const { data } = useQuery(templatesQuery(action.planId));
  const [name, setName] = useState(action.title.slice(0, TEMPLATE_LIMITS.name));
  const [forEveryPlan, setForEvery] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { keep } = useTemplateWrites();
  const form = useWriteForm('template-');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problems = validateTemplate({ ...NO_WORDS, name }).filter(({ field }) => field === 'name');
    if (!form.passes(problems)) return;
    const input = { actionId: action.id, name, forEveryPlan, idempotencyKey };
    if (!(await form.send(() => keep.mutateAsync(input)))) return;
    toast(`${action.reference} is kept as the template “${name.trim()}”.`);
    onClose();
  };
  return (
    <Dialog title={`Keep ${action.reference} as a template`} onClose={onClose}>
      <ErrorSummary {...form.summary} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <p>
            Its words, length and milestones can then be chosen under “Start from” when an action is added.
            Who does it, updates and evidence are not kept. Do not keep words that name a child.
          </p>
          <TextInput
            id="template-name"
            data-autofocus
            label="Name of the template"
            description={`Up to ${TEMPLATE_LIMITS.name} characters.`}
            value={name}
            error={form.errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {data?.mayMakeForEveryPlan ? (
            <Checkbox
              label="For every plan"
              description="Otherwise it is offered in this plan alone."
              checked={forEveryPlan}
              onChange={(event) => setForEvery(event.currentTarget.checked)}
            />
          ) : null}
          <DialogButtons label="Keep the template" busy={keep.isPending} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

const NO_WORDS = {
  title: '',
  detail: '',
  successMeasure: '',
  priority: 'MEDIUM',
  days: null,
  milestones: [],
};
