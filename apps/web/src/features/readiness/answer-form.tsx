import { ASK_NOTE_MAX } from '@gt/domain/evidence';
import { ErrorSummary, LongText } from '@gt/ui';
import { Button, NativeSelect, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type Ask, askQuery, useAskWrites } from './queries.ts';
import classes from './readiness.module.css';

const PREFIX = 'answer-';
const EMPTY = { evidenceId: '', note: '' };

/** Which evidence answers what was asked for. The newest of what was added since is proposed. */
export function AnswerForm({ ask }: { ask: Ask }) {
  const { id: askId, recommendationId, candidates, version } = ask;
  const of = { entityType: 'RECOMMENDATION', entityId: recommendationId };
  const draft = useDraft(`ask-answer:${askId}`, of, EMPTY);
  const form = useWriteForm(PREFIX);
  const client = useQueryClient();
  const { answer } = useAskWrites();
  const proposed = candidates.find(({ isNew }) => isNew)?.id ?? '';
  const evidenceId = draft.values.evidenceId || proposed;
  const submit = async () => {
    const problems = evidenceId === '' ? [{ field: 'evidenceId', message: 'Choose the evidence' }] : [];
    if (!form.passes(problems)) return;
    const input = { askId, version: form.conflict?.version ?? version, evidenceId, note: draft.values.note };
    if (!(await form.send(() => answer.mutateAsync(input)))) return;
    draft.clear();
    toast('Whoever asked for it is told.');
  };
  if (candidates.length === 0) {
    return (
      <>
        <p className={classes.quiet}>Nothing has been added yet. Add the evidence first.</p>
        <Button
          variant="default"
          size="compact-md"
          mt="xs"
          onClick={() => void client.invalidateQueries(askQuery(askId))}
        >
          Look again
        </Button>
      </>
    );
  }
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <NativeSelect
          id={`${PREFIX}evidenceId`}
          label="Which evidence answers it?"
          value={evidenceId}
          error={form.errors.evidenceId}
          data={[
            { value: '', label: 'Choose the evidence' },
            ...candidates.map(({ id, reference, title, isNew }) => ({
              value: id,
              label: `${reference} ${title}${isNew ? ' (added since)' : ''}`,
            })),
          ]}
          onChange={({ currentTarget }) => draft.set({ evidenceId: currentTarget.value })}
        />
        <div>
          <LongText
            id={`${PREFIX}note`}
            label="A word with it (optional)"
            autosize
            minRows={1}
            limit={ASK_NOTE_MAX}
            value={draft.values.note}
            error={form.errors.note}
            onChange={({ currentTarget }) => draft.set({ note: currentTarget.value })}
          />
        </div>
        <Button type="submit" loading={answer.isPending} className={classes.fit}>
          It is there
        </Button>
      </Stack>
    </form>
  );
}
