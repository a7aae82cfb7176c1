import {
  myReviewsOutput,
  nudgeInput,
  nudgeOutput,
  updatesWantedInput,
  updatesWantedOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { listMyReviews } from './my-reviews.repository.ts';
import { nudgePeople } from './nudge-people.ts';
import { listUpdatesWanted } from './updates-wanted.repository.ts';

export const remindersRouter = router({
  myReviews: procedure
    .meta({ permission: 'update.create' })
    .output(myReviewsOutput)
    .query(({ ctx }) => listMyReviews(ctx.db, ctx.scope)),
  updatesWanted: procedure
    .meta({ permission: 'update.nudge' })
    .input(updatesWantedInput)
    .output(updatesWantedOutput)
    .query(({ ctx, input }) => listUpdatesWanted(ctx.db, ctx.scope, input.planId)),
  nudge: procedure
    .meta({ permission: 'update.nudge' })
    .input(nudgeInput)
    .output(nudgeOutput)
    .mutation(({ ctx, input }) => nudgePeople(ctx, ctx.scope, input)),
});
