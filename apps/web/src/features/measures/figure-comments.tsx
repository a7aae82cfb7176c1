import { formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { RedactedNote, RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './measures.module.css';
import { type MeasureComment, useMeasureWrites } from './queries.ts';

/** Everything that was said of one figure, with who and when. */
export function FigureComments({
  reference,
  comments,
}: {
  reference: string;
  comments: readonly MeasureComment[];
}) {
  const { removeComment, restoreComment } = useMeasureWrites();
  const [destroying, setDestroying] = useState<MeasureComment | null>(null);
  const mayDestroy = useMayRequestDestroy();
  if (comments.length === 0) return null;
  const remove = ({ id: commentId }: MeasureComment) =>
    removeComment.mutate(
      { commentId },
      {
        onSuccess: () =>
          toast('The comment is removed.', { undo: () => restoreComment.mutate({ commentId }) }),
      },
    );
  return (
    <ul className={classes.comments}>
      {comments.map((one) => (
        <li key={one.id}>
          {one.redactedAt ? <RedactedNote redactedAt={one.redactedAt} /> : <p>{one.body}</p>}
          <span className={`${classes.beneath} ${classes.inline}`}>
            {one.author.name}, {dayInWords(one.at)}
            {one.mayRemove ? (
              <Button
                variant="subtle"
                size="compact-xs"
                className="gt-screen-only"
                aria-label={`Remove your comment on the figure of ${formatDate(one.date)}`}
                onClick={() => remove(one)}
              >
                Remove
              </Button>
            ) : null}
            {mayDestroy && one.redactedAt === null ? (
              <Button
                variant="subtle"
                size="compact-xs"
                className="gt-screen-only"
                aria-label={`Destroy the comment of ${one.author.name} on the figure of ${formatDate(one.date)}`}
                onClick={() => setDestroying(one)}
              >
                Destroy …
              </Button>
            ) : null}
          </span>
        </li>
      ))}
      {destroying ? (
        <RequestDestroy
          opened
          onClose={() => setDestroying(null)}
          entity="MEASURE_COMMENT"
          entityId={destroying.id}
          reference={`${reference}, comment of ${dayInWords(destroying.at)}`}
        />
      ) : null}
    </ul>
  );
}
