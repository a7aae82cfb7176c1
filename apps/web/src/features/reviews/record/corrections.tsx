import { ErrorSummary, LongText, Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { RedactedNote } from '../../../components/redacted-note.tsx';
import { toast } from '../../../components/toast.tsx';
import { dayInWords, timeInWords } from '../../../lib/instants.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { useWriteForm } from '../../../lib/use-write-form.ts';
import { type Review, useReviewWrites } from '../queries.ts';
import classes from '../reviews.module.css';

const EMPTY = { text: '' };
const MAX = 5_000;

/** What was put right since: said by whom and when, beside a record that itself stays as it was. */
export function Corrections({ review }: { review: Review }) {
  const { corrections, mayRun } = review;
  if (corrections.length === 0 && !mayRun) return null;
  return (
    <Panel title="Corrections">
      {corrections.length === 0 ? <p className={classes.quiet}>None.</p> : null}
      <ul className={classes.decisions}>
        {corrections.map(({ id, text, author, createdAt, redactedAt }) => (
          <li key={id}>
            {redactedAt ? (
              <RedactedNote redactedAt={redactedAt} />
            ) : (
              <span className={classes.words}>{text}</span>
            )}{' '}
            <span className={classes.quiet}>
              {author.name}, {dayInWords(createdAt)} at {timeInWords(createdAt)}
            </span>
          </li>
        ))}
      </ul>
      {mayRun ? <AddCorrection reviewId={review.id} /> : null}
    </Panel>
  );
}

function AddCorrection({ reviewId }: { reviewId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const draft = useDraft(
    `review-correction:${reviewId}`,
    { entityType: 'REVIEW', entityId: reviewId },
    EMPTY,
  );
  const { text } = draft.values;
  const { correct } = useReviewWrites();
  const form = useWriteForm('correction-');
  if (!isOpen && text === '') {
    return (
      <Button variant="default" size="xs" mt="sm" onClick={() => setOpen(true)}>
        Add a correction
      </Button>
    );
  }
  const submit = async () => {
    if (!form.passes(text.trim() === '' ? [{ field: 'text', message: 'Enter the correction' }] : [])) return;
    if (!(await form.send(() => correct.mutateAsync({ reviewId, text, idempotencyKey })))) return;
    draft.clear();
    setKey(crypto.randomUUID());
    setOpen(false);
    toast('The correction stands beside the record.');
  };
  return (
    <form
      noValidate
      className={classes.correct}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      <LongText
        id="correction-text"
        label="Correction"
        description="Everybody who reads this review sees it. It cannot be changed afterwards. Do not name a child."
        limit={MAX}
        minRows={2}
        autoFocus={isOpen}
        value={text}
        onChange={(event) => draft.set({ text: event.currentTarget.value })}
        error={form.errors.text}
      />
      <div className={classes.ways}>
        <Button type="submit" size="xs" loading={correct.isPending}>
          Add the correction
        </Button>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            draft.clear();
            setOpen(false);
          }}
        >
          Discard
        </Button>
      </div>
    </form>
  );
}
