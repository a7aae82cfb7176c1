import type { IsoDate } from '@gt/contracts/words';
import { DateField, DialogButtons, ErrorSummary } from '@gt/ui';
import { Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useToday } from '../../lib/session.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { accountsQuery, type PostRow, refreshTeams, setPostHolderMutation } from './queries.ts';
import classes from './teams.module.css';

const VACANT = 'vacant';
type Answers = { userId: string | null; fromDate: IsoDate | null; note: string };
type HandOverFormProps = {
  /** Taken afresh from the list, so that pressing again after somebody else's change carries the new version. */
  post: PostRow;
  onClose: () => void;
};

/** What the server said; after somebody else's hand-over, who holds the post now. */
function refusalIn(error: unknown): unknown {
  const problem = problemOf(error);
  if (problem.code !== 'CONFLICT' || !problem.current) return error;
  const { changedBy, values } = problem.current;
  const now = typeof values.holder === 'string' ? `${values.holder} holds it now` : 'it is vacant now';
  const message = `${changedBy} changed this post a moment ago: ${now}. Your answers are kept. If they still hold, press once more.`;
  return { data: { problem: { ...problem, message } } };
}

/** Hands a post over from a day on, or leaves it vacant. */
export function HandOverForm({ post, onClose }: HandOverFormProps) {
  const today = useToday();
  const { data: list } = useQuery(accountsQuery());
  const setHolder = useMutation(setPostHolderMutation());
  const form = useForm<Answers>({
    initialValues: { userId: null, fromDate: today, note: '' },
    validate: {
      userId: (value) => (value ? null : 'Choose who takes it over, or that it is left vacant'),
      fromDate: (value) => (value ? null : 'Enter the day from which they hold it'),
    },
  });
  const problem = useFormProblem(form);
  const present = post.holder;
  const people = (list?.people ?? []).filter(
    ({ deactivatedAt, id }) => !deactivatedAt && id !== present?.userId,
  );
  const send = async ({ userId, fromDate, note }: Answers) => {
    if (!fromDate) return;
    problem.clear();
    const holder = userId === VACANT ? null : userId;
    try {
      await setHolder.mutateAsync({
        postId: post.id,
        version: post.version,
        userId: holder,
        fromDate,
        note,
      });
      toast(holder ? `${post.title} is handed over.` : `${post.title} is vacant.`);
      onClose();
    } catch (error) {
      problem.refused(refusalIn(error));
    }
    await refreshTeams();
  };
  return (
    <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        {present ? (
          <p className={classes.say}>
            {present.name} holds it now. Their time ends the day before, and stays in the history of the post
            and of its actions.
          </p>
        ) : null}
        <Select
          id="userId"
          label="Who takes it over"
          data={[
            ...(present ? [{ value: VACANT, label: 'Nobody yet: leave it vacant' }] : []),
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          searchable
          allowDeselect={false}
          nothingFoundMessage="Nobody of that name. Invite them on the People page."
          data-autofocus
          {...form.getInputProps('userId')}
        />
        <DateField
          id="fromDate"
          label="From"
          value={form.values.fromDate}
          onChange={(value) => form.setFieldValue('fromDate', value)}
          error={form.errors.fromDate}
        />
        <Textarea
          id="note"
          label="Note (optional)"
          description="Such as what was agreed at the hand-over"
          maxLength={500}
          minRows={2}
          {...form.getInputProps('note')}
        />
        <DialogButtons
          label={form.values.userId === VACANT ? 'Leave it vacant' : 'Hand over'}
          busy={setHolder.isPending}
          onBack={onClose}
        />
      </Stack>
    </form>
  );
}
