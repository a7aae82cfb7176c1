import {
  updateCreateInput,
  updateCreateOutput,
  updateListInput,
  updateListOutput,
  updateMineInput,
  updateMineOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { createUpdate } from './create-update.ts';
import { listMineToUpdate } from './mine-to-update.repository.ts';
import { listUpdates } from './updates.repository.ts';

export const updatesRouter = router({
  list: procedure
    .meta({ permission: 'action.read' })
    .input(updateListInput)
    .output(updateListOutput)
    .query(({ ctx, input }) => listUpdates(ctx.db, ctx.scope, input)),
  mine: procedure
    .meta({ permission: 'update.create' })
    .input(updateMineInput)
    .output(updateMineOutput)
    .query(({ ctx, input }) => listMineToUpdate(ctx.db, ctx.scope, input)),
  create: procedure
    .meta({ permission: 'update.create' })
    .input(updateCreateInput)
    .output(updateCreateOutput)
    .mutation(({ ctx, input }) => createUpdate(ctx, ctx.scope, input)),
});
