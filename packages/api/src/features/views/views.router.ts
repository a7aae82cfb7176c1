import {
  viewCreateInput,
  viewEditInput,
  viewListInput,
  viewListOutput,
  viewRef,
  viewShareInput,
  viewVersionInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { createView } from './create-view.ts';
import { editView } from './edit-view.ts';
import { removeView } from './remove-view.ts';
import { restoreView } from './restore-view.ts';
import { shareView } from './share-view.ts';
import { takeOverView } from './take-over-view.ts';
import { listViews } from './views.repository.ts';

export const viewsRouter = router({
  list: procedure
    .meta({ permission: 'view.save' })
    .input(viewListInput)
    .output(viewListOutput)
    .query(({ ctx, input }) => listViews(ctx.db, ctx.scope, input.planId)),
  create: procedure
    .meta({ permission: 'view.save' })
    .input(viewCreateInput)
    .output(viewRef)
    .mutation(({ ctx, input }) => createView(ctx, ctx.scope, input)),
  edit: procedure
    .meta({ permission: 'view.save' })
    .input(viewEditInput)
    .output(viewRef)
    .mutation(({ ctx, input }) => editView(ctx, ctx.scope, input)),
  share: procedure
    .meta({ permission: 'view.share' })
    .input(viewShareInput)
    .output(viewRef)
    .mutation(({ ctx, input }) => shareView(ctx, ctx.scope, input)),
  takeOver: procedure
    .meta({ permission: 'view.share' })
    .input(viewVersionInput)
    .output(viewRef)
    .mutation(({ ctx, input }) => takeOverView(ctx, ctx.scope, input)),
  remove: procedure
    .meta({ permission: 'view.save' })
    .input(viewVersionInput)
    .output(viewRef)
    .mutation(({ ctx, input }) => removeView(ctx, ctx.scope, input)),
  restore: procedure
    .meta({ permission: 'view.save' })
    .input(viewVersionInput)
    .output(viewRef)
    .mutation(({ ctx, input }) => restoreView(ctx, ctx.scope, input)),
});
