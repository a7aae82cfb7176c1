import { mailSetInsideDomainsInput, mailState, mailTryAgainOutput } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { readMailState } from './mail-state.repository.ts';
import { setInsideDomains } from './set-inside-domains.ts';
import { tryMailAgain } from './try-mail-again.ts';

export const mailRouter = router({
  state: procedure
    .meta({ permission: 'settings.edit' })
    .output(mailState)
    .query(({ ctx }) => readMailState(ctx.db, ctx.scope, { ...ctx.settings, now: ctx.now })),
  setInsideDomains: procedure
    .meta({ permission: 'settings.edit' })
    .input(mailSetInsideDomainsInput)
    .output(mailState)
    .mutation(({ ctx, input }) => setInsideDomains(ctx, ctx.scope, input)),
  tryAgain: procedure
    .meta({ permission: 'settings.edit' })
    .output(mailTryAgainOutput)
    .mutation(({ ctx }) => tryMailAgain(ctx, ctx.scope)),
});
