import {
  actionFollowInput,
  actionFollowOutput,
  comment,
  commentAddInput,
  commentIdInput,
  commentListInput,
  commentListOutput,
  commentRef,
  mentionableInput,
  mentionableOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addComment } from './add-comment.ts';
import { listComments, listMentionable } from './comments.repository.ts';
import { followAction } from './follow-action.ts';
import { removeComment, restoreComment } from './remove-comment.ts';

export const commentsRouter = router({
  list: procedure
    .meta({ permission: 'action.read' })
    .input(commentListInput)
    .output(commentListOutput)
    .query(({ ctx, input }) => listComments(ctx.db, ctx.scope, input)),
  mentionable: procedure
    .meta({ permission: 'action.comment' })
    .input(mentionableInput)
    .output(mentionableOutput)
    .query(({ ctx, input }) => listMentionable(ctx.db, ctx.scope, input)),
  add: procedure
    .meta({ permission: 'action.comment' })
    .input(commentAddInput)
    .output(comment)
    .mutation(({ ctx, input }) => addComment(ctx, ctx.scope, input)),
  remove: procedure
    .meta({ permission: 'action.comment' })
    .input(commentIdInput)
    .output(commentRef)
    .mutation(({ ctx, input }) => removeComment(ctx, ctx.scope, input)),
  restore: procedure
    .meta({ permission: 'action.comment' })
    .input(commentIdInput)
    .output(commentRef)
    .mutation(({ ctx, input }) => restoreComment(ctx, ctx.scope, input)),
  follow: procedure
    .meta({ permission: 'action.follow' })
    .input(actionFollowInput)
    .output(actionFollowOutput)
    .mutation(({ ctx, input }) => followAction(ctx, ctx.scope, input)),
});
