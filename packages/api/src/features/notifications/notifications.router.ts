import {
  calendarFeedMadeOutput,
  calendarFeedOutput,
  inboxCountOutput,
  inboxListInput,
  inboxListOutput,
  inboxMarkOutput,
  inboxMarkReadInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { makeFeed, readFeed, revokeFeed } from './calendar-feed.ts';
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
  feed: procedure
    .meta({ permission: 'account.self' })
    .output(calendarFeedOutput)
    .query(({ ctx }) => readFeed(ctx, ctx.scope)),
  makeFeed: procedure
    .meta({ permission: 'account.self' })
    .output(calendarFeedMadeOutput)
    .mutation(({ ctx }) => makeFeed(ctx, ctx.scope)),
  revokeFeed: procedure
    .meta({ permission: 'account.self' })
    .output(calendarFeedOutput)
    .mutation(({ ctx }) => revokeFeed(ctx, ctx.scope)),
});
