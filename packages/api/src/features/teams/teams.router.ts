import {
  handedToMeOutput,
  handOverLeaverInput,
  handOverLeaverOutput,
  leaverInput,
  leaverOutput,
  postCreateInput,
  postEditInput,
  postHolderInput,
  postIdOut,
  teamCreateInput,
  teamEditInput,
  teamIdOut,
  teamsListOutput,
  undoHandOverInput,
  undoHandOverOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { createPost } from './create-post.ts';
import { createTeam } from './create-team.ts';
import { editPost } from './edit-post.ts';
import { editTeam } from './edit-team.ts';
import { handOverLeaver } from './hand-over-leaver.ts';
import { listHandedToMe, readLeaver } from './leaver.repository.ts';
import { readTeams } from './read-teams.ts';
import { setPostHolder } from './set-post-holder.ts';
import { undoHandOver } from './undo-hand-over.ts';

export const teamsRouter = router({
  list: procedure
    .meta({ permission: 'team.read' })
    .output(teamsListOutput)
    .query(({ ctx }) => readTeams(ctx, ctx.scope)),

  create: procedure
    .meta({ permission: 'team.edit' })
    .input(teamCreateInput)
    .output(teamIdOut)
    .mutation(({ ctx, input }) => createTeam(ctx, ctx.scope, input)),

  edit: procedure
    .meta({ permission: 'team.edit' })
    .input(teamEditInput)
    .output(teamIdOut)
    .mutation(({ ctx, input }) => editTeam(ctx, ctx.scope, input)),

  createPost: procedure
    .meta({ permission: 'team.edit' })
    .input(postCreateInput)
    .output(postIdOut)
    .mutation(({ ctx, input }) => createPost(ctx, ctx.scope, input)),

  editPost: procedure
    .meta({ permission: 'team.edit' })
    .input(postEditInput)
    .output(postIdOut)
    .mutation(({ ctx, input }) => editPost(ctx, ctx.scope, input)),

  setPostHolder: procedure
    .meta({ permission: 'team.edit' })
    .input(postHolderInput)
    .output(postIdOut)
    .mutation(({ ctx, input }) => setPostHolder(ctx, ctx.scope, input)),

  leaver: procedure
    .meta({ permission: 'team.edit' })
    .input(leaverInput)
    .output(leaverOutput)
    .query(({ ctx, input }) => readLeaver(ctx.db, ctx.scope, input.userId)),

  handOverLeaver: procedure
    .meta({ permission: 'team.edit' })
    .input(handOverLeaverInput)
    .output(handOverLeaverOutput)
    .mutation(({ ctx, input }) => handOverLeaver(ctx, ctx.scope, input)),

  undoHandOver: procedure
    .meta({ permission: 'team.edit' })
    .input(undoHandOverInput)
    .output(undoHandOverOutput)
    .mutation(({ ctx, input }) => undoHandOver(ctx, ctx.scope, input)),

  handedToMe: procedure
    .meta({ permission: 'account.self' })
    .output(handedToMeOutput)
    .query(({ ctx }) => listHandedToMe(ctx.db, ctx.scope)),
});
