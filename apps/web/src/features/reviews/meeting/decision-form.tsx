import { formatDate } from '@gt/contracts/words';
import { ErrorSummary } from '@gt/ui';
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useToday } from '../../../lib/session.ts';
import { trpc } from '../../../lib/trpc.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { useWriteForm } from '../../../lib/use-write-form.ts';
import { TypedWarning } from '../../screening/public.tsx';
import type { AgendaItem } from '../queries.ts';
import classes from './composer.module.css';
import { DeskForm } from './desk-form.tsx';
import { useMeeting } from './meeting-context.ts';
import { readMeetingDate } from './read-date.ts';

const PREFIX = 'review-decision-';
const EMPTY = { text: '', ownerPostId: '', dueDate: '' };
/** Longest decision, in characters. */
const MAX = 2_000;

/** What was decided, who sees to it and by when. It is kept here until the server has it. */
export function DecisionForm({ item, onClose }: { item: AgendaItem | null; onClose: () => void }) {
  const { review, sender, say } = useMeeting();
  const today = useToday();
  const { data: names } = useQuery(
    trpc.actions.filters.queryOptions({ planId: review.planId }, { staleTime: 600_000 }),
  );
  const draft = useDraft(
    `review-decision:${item?.id ?? review.id}`,
    { entityType: 'REVIEW', entityId: review.id },
    EMPTY,
  );
  const { text, ownerPostId, dueDate } = draft.values;
  const form = useWriteForm(PREFIX);
  const date = dueDate.trim() === '' ? null : readMeetingDate(dueDate, today);

  const submit = () => {
    const found = [
      ...(text.trim() === '' ? [{ field: 'text', message: 'Enter what was decided' }] : []),
      ...(text.length > MAX
        ? [
            {
              field: 'text',
              message: `A decision has up to 2,000 characters. Shorten it by ${text.length - MAX}.`,
            },
          ]
        : []),
      ...(dueDate.trim() !== '' && date === null
        ? [{ field: 'dueDate', message: 'Enter a real date, like 12 March or 12/3/2027, or none' }]
        : []),
    ];
    if (!form.passes(found)) return;
    sender.put({
      kind: 'decision',
      id: crypto.randomUUID(),
      input: {
        reviewId: review.id,
        actionId: item?.actionId ?? null,
        text: text.trim(),
        ownerPostId: ownerPostId || null,
        dueDate: date,
      },
    });
    draft.clear();
    say('The decision is noted.');
    onClose();
  };
  return (
    <DeskForm
      title={item?.actionId ? `Decision on ${item.reference}` : 'Decision'}
      onClose={onClose}
      onSubmit={submit}
    >
      <ErrorSummary {...form.summary} />
      <div className={classes.fields}>
        <div className={classes.wide}>
          <Textarea
            id={`${PREFIX}text`}
            label="What was decided"
            description="Do not name a child."
            autoFocus
            minRows={1}
            maxRows={5}
            value={text}
            onChange={(event) => draft.set({ text: event.currentTarget.value })}
            error={form.errors.text}
          />
          <TypedWarning text={text} />
        </div>
        <NativeSelect
          id={`${PREFIX}ownerPostId`}
          label="Who sees to it"
          description="A post, or nobody yet"
          value={ownerPostId}
          data={[
            { value: '', label: 'Nobody named' },
            ...(names?.posts.map(({ id, title }) => ({ value: id, label: title })) ?? []),
          ]}
          onChange={(event) => draft.set({ ownerPostId: event.currentTarget.value })}
        />
        <TextInput
          id={`${PREFIX}dueDate`}
          label="By when"
          description={date ? `That is ${formatDate(date)}` : 'A date, or none'}
          autoComplete="off"
          value={dueDate}
          onChange={(event) => draft.set({ dueDate: event.currentTarget.value })}
          error={form.errors.dueDate}
        />
      </div>
      <Group gap="xs" mt="xs">
        <Button size="compact-md" type="submit">
          Note the decision
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </DeskForm>
  );
}
