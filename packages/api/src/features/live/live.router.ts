import { hereInput, hereOutput } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { sayHere } from './say-here.ts';

export const liveRouter = router({
  here: procedure
    .meta({ permission: 'action.read' })
    .input(hereInput)
    .output(hereOutput)
    .mutation(({ ctx, input }) => sayHere(ctx, ctx.scope, input)),
});
