import {
  madeUpdateLink,
  updateLinkAgainInput,
  updateLinkCreateInput,
  updateLinkIdInput,
  updateLinkIdOutput,
  updateLinkListInput,
  updateLinkListOutput,
  updateLinkManyInput,
  updateLinkManyOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { createUpdateLink } from './create-update-link.ts';
import { listUpdateLinks } from './list-update-links.ts';
import { revokeUpdateLink } from './revoke-update-link.ts';
import { sendLinkAgain } from './send-link-again.ts';
import { sendManyLinks } from './send-many-links.ts';

/** Links for partners without an account. What they open is no procedure: nobody is signed in there. */
export const updateLinksRouter = router({
  list: procedure
    .meta({ permission: 'updateLink.manage' })
    .input(updateLinkListInput)
    .output(updateLinkListOutput)
    .query(({ ctx, input }) => listUpdateLinks(ctx, ctx.scope, input)),
  create: procedure
    .meta({ permission: 'updateLink.manage' })
    .input(updateLinkCreateInput)
    .output(madeUpdateLink)
    .mutation(({ ctx, input }) => createUpdateLink(ctx, ctx.scope, input)),
  createMany: procedure
    .meta({ permission: 'updateLink.manage' })
    .input(updateLinkManyInput)
    .output(updateLinkManyOutput)
    .mutation(({ ctx, input }) => sendManyLinks(ctx, ctx.scope, input)),
  sendAgain: procedure
    .meta({ permission: 'updateLink.manage' })
    .input(updateLinkAgainInput)
    .output(madeUpdateLink)
    .mutation(({ ctx, input }) => sendLinkAgain(ctx, ctx.scope, input)),
  revoke: procedure
    .meta({ permission: 'updateLink.manage' })
    .input(updateLinkIdInput)
    .output(updateLinkIdOutput)
    .mutation(({ ctx, input }) => revokeUpdateLink(ctx, ctx.scope, input)),
});
