import {
  CLOSING_ANSWER,
  CLOSING_QUESTIONS,
  type ClosingAnswers,
  validateClosing,
} from '@gt/domain/recommendation';
import { ErrorSummary, LongText } from '@gt/ui';
import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type Closing, useClosingWrites } from './queries.ts';
import classes from './readiness.module.css';

const PREFIX = 'close-';
const EMPTY: ClosingAnswers = { done: '', practice: '', consistent: '', difference: '' };

/** The four questions, answered in words. What is typed is kept until it is closed. */
export function CloseForm({ closing, onDone }: { closing: Closing; onDone: () => void }) {
  const { recommendationId, reference, version } = closing;
  const of = { entityType: 'RECOMMENDATION', entityId: recommendationId };
  const draft = useDraft(`close:${recommendationId}`, of, EMPTY);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useWriteForm(PREFIX);
  const { close } = useClosingWrites();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = async () => {
    if (!form.passes(validateClosing(draft.values))) return;
    const input = {
      recommendationId,
      ...draft.values,
      version: form.conflict?.version ?? version,
      idempotencyKey,
    };
    if (!(await form.send(() => close.mutateAsync(input)))) return;
    draft.clear();
    toast(`${reference} is closed. It is looked at again in 3 and 6 months.`);
    onDone();
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 ref={heading} tabIndex={-1} className={classes.formTitle}>
        Close {reference}
      </h3>
      <ErrorSummary {...form.summary} />
      {draft.restored ? (
        <p role="status" className={classes.quiet}>
          Your words from before are back.
        </p>
      ) : null}
      {form.conflict ? (
        <p role="alert" className={classes.notice}>
          {form.conflict.changedBy} changed the recommendation while you were writing. Your words are kept:
          look at it again, and press once more if they still hold.
        </p>
      ) : null}
      <Stack gap="md">
        {CLOSING_QUESTIONS.map(({ key, question, hint }) => (
          <div key={key}>
            <LongText
              id={`${PREFIX}${key}`}
              label={question}
              description={`${hint} Do not name a child.`}
              limit={CLOSING_ANSWER.max}
              autosize
              minRows={2}
              value={draft.values[key]}
              error={form.errors[key]}
              onChange={({ currentTarget }) => draft.set({ [key]: currentTarget.value })}
            />
          </div>
        ))}
        <Group gap="xs">
          <Button type="submit" loading={close.isPending}>
            Close {reference}
          </Button>
          <Button variant="default" onClick={onDone}>
            Go back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
