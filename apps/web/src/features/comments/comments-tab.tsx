import type { Decision } from '@gt/domain/authz';
import { CommentComposer } from './comment-composer.tsx';
import { CommentList } from './comment-list.tsx';
import classes from './comments.module.css';

type CommentsTabProps = {
  action: { id: string; reference: string; deletedAt: string | null };
  /** Whether the person may comment, and if not why. */
  comment: Decision;
};

/** Comments of an action: the composer first, then what was said. */
export function CommentsTab({ action, comment }: CommentsTabProps) {
  const { id, reference, deletedAt } = action;
  return (
    <div className={classes.tab}>
      {deletedAt === null && comment.ok ? <CommentComposer actionId={id} reference={reference} /> : null}
      {comment.ok ? null : <p className={classes.quiet}>{comment.reason}</p>}
      <h3 className={classes.heading}>Comments so far</h3>
      <CommentList actionId={id} reference={reference} />
    </div>
  );
}
