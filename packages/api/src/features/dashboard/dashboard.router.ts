import { planIdInput, positionOut } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { getPosition } from './dashboard.repository.ts';

export const dashboardRouter = router({
  position: procedure
    .meta({ permission: 'plan.read' })
    .input(planIdInput)
    .output(positionOut)
    .query(({ ctx, input }) => getPosition(ctx.db, ctx.scope, input.planId)),
});
