import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { RedactedNote, RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './comments.module.css';
import { partsOf } from './mentions.ts';
import { type Comment, commentsQuery, useCommentWrites } from './queries.ts';

type EntryProps = { comment: Comment; onDestroy: (() => void) | null };

function Entry({ comment, onDestroy }: EntryProps) {
  const user = useUser();
  const { remove, restore } = useCommentWrites();
  const { id: commentId, author, createdAt, deletedAt, redactedAt } = comment;
  const when = `${dayInWords(createdAt)}, ${timeInWords(createdAt)}`;
  const failed = (error: unknown) => toast(problemOf(error).message);
  const putBack = () => restore.mutate({ commentId }, { onError: failed });
  const takeAway = () =>
    remove.mutate(
      { commentId },
      { onSuccess: () => toast('Your comment has been removed.', { undo: putBack }), onError: failed },
    );
  if (deletedAt) {
    return (
      <li className={classes.entry}>
        <p className={classes.quiet}>
          You removed your comment of {when}. Only you see this line.{' '}
          <Button size="compact-xs" variant="subtle" loading={restore.isPending} onClick={putBack}>
            Put it back
            <span className="gt-visually-hidden"> the comment of {when}</span>
          </Button>
        </p>
      </li>
    );
  }
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <h4 className={classes.who}>{author.name}</h4>
        <span className={classes.quiet}>{when}</span>
        {redactedAt ? null : (
          <span className={`${classes.deeds} gt-screen-only`}>
            {author.id === user.id ? (
              <Button size="compact-xs" variant="subtle" loading={remove.isPending} onClick={takeAway}>
                Remove<span className="gt-visually-hidden"> your comment of {when}</span>
              </Button>
            ) : null}
            {onDestroy ? (
              <Button size="compact-xs" variant="subtle" onClick={onDestroy}>
                Ask to destroy<span className="gt-visually-hidden"> the comment of {when}</span>
              </Button>
            ) : null}
          </span>
        )}
      </div>
      {redactedAt ? (
        <p className={classes.quiet}>
          <RedactedNote redactedAt={redactedAt} />
        </p>
      ) : (
        <p className={classes.body}>
          {partsOf(comment.body, comment.mentions).map((part) =>
            part.isName ? (
              <strong key={part.key} className={classes.name}>
                {part.text}
              </strong>
            ) : (
              <span key={part.key}>{part.text}</span>
            ),
          )}
        </p>
      )}
    </li>
  );
}

/** What was said of an action, newest first. */
export function CommentList({ actionId, reference }: { actionId: string; reference: string }) {
  const mayDestroy = useMayRequestDestroy();
  const [destroying, setDestroying] = useState<Comment | null>(null);
  const found = useInfiniteQuery(commentsQuery(actionId));
  if (found.isPending) return <SkeletonRows rows={4} label="Loading comments" />;
  if (found.isError) return <ProblemPanel error={found.error} onRetry={() => void found.refetch()} />;
  const comments = found.data.pages.flatMap((page) => page.comments);
  if (comments.length === 0) {
    return <EmptyState sentence="Nobody has commented yet. Ask a question, or tell somebody with @." />;
  }
  return (
    <>
      <ol className={classes.list}>
        {comments.map((comment) => (
          <Entry
            key={comment.id}
            comment={comment}
            onDestroy={mayDestroy ? () => setDestroying(comment) : null}
          />
        ))}
      </ol>
      {found.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          Show earlier
        </Button>
      ) : null}
      {destroying ? (
        <RequestDestroy
          opened
          onClose={() => setDestroying(null)}
          entity="COMMENT"
          entityId={destroying.id}
          reference={`${reference}, comment of ${dayInWords(destroying.createdAt)}`}
        />
      ) : null}
    </>
  );
}
