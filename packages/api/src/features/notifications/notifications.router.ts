import {
  inboxCountOutput,
  inboxListInput,
  inboxListOutput,
  inboxMarkOutput,
  inboxMarkReadInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { markAllRead, markRead } from './mark-read.ts';
import { countUnread, listInbox } from './notifications.repository.ts';

export const notificationsRouter = router({
  list: procedure
    .meta({ permission: 'account.self' })
    .input(inboxListInput)
    .output(inboxListOutput)
    .query(({ ctx, input }) => listInbox(ctx.db, ctx.scope, input)),
  unread: procedure
    .meta({ permission: 'account.self' })
    .output(inboxCountOutput)
    .query(({ ctx }) => countUnread(ctx.db, ctx.scope)),
  markRead: procedure
    .meta({ permission: 'account.self' })
    .input(inboxMarkReadInput)
    .output(inboxMarkOutput)
    .mutation(({ ctx, input }) => markRead(ctx, ctx.scope, input)),
  markAllRead: procedure
    .meta({ permission: 'account.self' })
    .output(inboxMarkOutput)
    .mutation(({ ctx }) => markAllRead(ctx, ctx.scope)),
});
