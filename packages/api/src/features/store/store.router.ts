import { storeRemovedOutput, storeRequestedOutput, storeStateOutput } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { removeOrphans } from './remove-orphans.ts';
import { requestCheck } from './request-check.ts';
import { storeState } from './store.repository.ts';

export const storeRouter = router({
  state: procedure
    .meta({ permission: 'settings.edit' })
    .output(storeStateOutput)
    .query(({ ctx }) => storeState(ctx.db, ctx.scope)),
  checkNow: procedure
    .meta({ permission: 'settings.edit' })
    .output(storeRequestedOutput)
    .mutation(({ ctx }) => requestCheck(ctx, ctx.scope)),
  removeOrphans: procedure
    .meta({ permission: 'settings.edit' })
    .output(storeRemovedOutput)
    .mutation(({ ctx }) => removeOrphans(ctx, ctx.scope)),
});
