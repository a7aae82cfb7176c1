import { planIdInput, readinessOut } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { readReadiness } from './read-readiness.ts';

export const readinessRouter = router({
  get: procedure
    .meta({ permission: 'recommendation.read' })
    .input(planIdInput)
    .output(readinessOut)
    .query(({ ctx, input }) => readReadiness(ctx.db, ctx.scope, input.planId)),
});
