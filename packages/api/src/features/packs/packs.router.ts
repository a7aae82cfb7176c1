import {
  packBuildInput,
  packBuilt,
  packIdInput,
  packListOut,
  packOut,
  packReadinessInput,
  packReadinessOut,
  packVerdictOut,
  planIdInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { cancelPack } from './cancel-pack.ts';
import { checkPack } from './check-pack.ts';
import { getPack, listPacks } from './packs.repository.ts';
import { readReadiness } from './read-readiness.ts';
import { requestPack } from './request-pack.ts';

export const packsRouter = router({
  readiness: procedure
    .meta({ permission: 'pack.read' })
    .input(packReadinessInput)
    .output(packReadinessOut)
    .query(({ ctx, input }) => readReadiness(ctx, ctx.scope, input)),
  list: procedure
    .meta({ permission: 'pack.read' })
    .input(planIdInput)
    .output(packListOut)
    .query(({ ctx, input }) => listPacks(ctx.db, ctx.scope, input.planId)),
  get: procedure
    .meta({ permission: 'pack.read' })
    .input(packIdInput)
    .output(packOut)
    .query(({ ctx, input }) => getPack(ctx.db, ctx.scope, input.packId)),
  build: procedure
    .meta({ permission: 'pack.build' })
    .input(packBuildInput)
    .output(packBuilt)
    .mutation(({ ctx, input }) => requestPack(ctx, ctx.scope, input)),
  cancel: procedure
    .meta({ permission: 'pack.build' })
    .input(packIdInput)
    .output(packBuilt)
    .mutation(({ ctx, input }) => cancelPack(ctx, ctx.scope, input)),
  /** Changes nothing; a mutation, because it reads gigabytes and runs when a person presses the button. */
  verify: procedure
    .meta({ permission: 'pack.read' })
    .input(packIdInput)
    .output(packVerdictOut)
    .mutation(({ ctx, input }) => checkPack(ctx, ctx.scope, input)),
});
