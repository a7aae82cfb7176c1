import { positionInput, positionOut } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { getPosition } from './get-position.ts';

export const dashboardRouter = router({
  position: procedure
    .meta({ permission: 'plan.read' })
    .input(positionInput)
    .output(positionOut)
    .query(({ ctx, input }) => getPosition(ctx.db, ctx.scope, input)),
});
