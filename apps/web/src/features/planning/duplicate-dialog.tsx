import { formatDate, type IsoDate } from '@gt/contracts/words';
import { validateAction } from '@gt/domain/action';
import { countOf } from '@gt/domain/wording';
import { DateField, Dialog, ErrorSummary } from '@gt/ui';
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './planning.module.css';
import { type PlannedAction, recommendationChoicesQuery, useDuplicate } from './queries.ts';

type DuplicateDialogProps = {
  action: PlannedAction & { milestones: { total: number } };
  onClose: () => void;
};

/** Makes an action of this one: choose what is copied. Updates and evidence never are. */
export function DuplicateDialog({ action, onClose }: DuplicateDialogProps) {
  const navigate = useNavigate();
  const [title, setTitle] = useState(action.title);
  const [recommendationId, setRecommendation] = useState(action.recommendationId);
  const [dueDate, setDueDate] = useState<IsoDate | null>(null);
  const dates = useUnreadableDates({ dueDate: 'the due date' });
  const [copy, setCopy] = useState({ milestones: true, assignment: true, successMeasure: true });
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const choices = useQuery(recommendationChoicesQuery(action.planId));
  const duplicate = useDuplicate();
  const form = useWriteForm('copy-');

  const submit = async () => {
    const problems = [...dates.problems, ...validateAction({ title, dueDate })];
    if (!form.passes(problems)) return;
    let made = { id: '', reference: '' };
    const send = async () => {
      const input = { actionId: action.id, recommendationId, title, dueDate, copy, idempotencyKey };
      made = await duplicate.mutateAsync(input);
    };
    if (!(await form.send(send))) return;
    toast(`${made.reference} is made from ${action.reference}.`);
    onClose();
    void navigate({ to: paths.action, params: { planId: action.planId, actionId: made.id } });
  };
  const part = (name: keyof typeof copy, label: string, description?: string) => (
    <Checkbox
      checked={copy[name]}
      label={label}
      description={description}
      onChange={(event) => setCopy({ ...copy, [name]: event.currentTarget.checked })}
    />
  );
  return (
    <Dialog onClose={onClose} size="lg" title={`Make a copy of ${action.reference}`}>
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <TextInput
          id="copy-title"
          label="What will be done"
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={form.errors.title}
        />
        <NativeSelect
          id="copy-recommendationId"
          label="Under the recommendation"
          value={recommendationId}
          data={(choices.data?.recommendations ?? []).map((item) => ({
            value: item.id,
            label: `R${item.number} ${item.quote.slice(0, 90)}`,
          }))}
          onChange={(event) => setRecommendation(event.currentTarget.value)}
          error={form.errors.recommendationId}
        />
        <DateField
          id="copy-dueDate"
          label="Due date (optional)"
          value={dueDate}
          onChange={setDueDate}
          onUnreadable={dates.watch('dueDate')}
          error={form.errors.dueDate}
        />
        <fieldset className={classes.parts}>
          <legend>What is copied with it</legend>
          {action.milestones.total > 0
            ? part(
                'milestones',
                countOf(action.milestones.total, 'milestone'),
                dueDate && action.dueDate
                  ? `All open, and as far from ${formatDate(dueDate)} as they were from ${formatDate(action.dueDate)}.`
                  : 'All open, on the same days.',
              )
            : null}
          {part('assignment', 'Who does it')}
          {part('successMeasure', 'How we will know it worked')}
          <p className={classes.quiet}>
            Detail and priority always are. Updates, evidence and ratings never: they tell of{' '}
            {action.reference}.
          </p>
        </fieldset>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button loading={duplicate.isPending} onClick={() => void submit()}>
            Make the copy
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
