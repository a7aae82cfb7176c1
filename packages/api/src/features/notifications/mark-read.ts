import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { liveInbox } from '../../core/live.ts';
import type { Scope } from '../../core/scope.ts';
import { countUnread } from './notifications.repository.ts';

/**
 * Marks lines of the person's own inbox as read; ids of anybody else's are passed over. Having read something is no
 * record of the plan, so it has neither version nor audit row.
 */
export async function markRead(
  ctx: Context,
  scope: Scope,
  input: { notificationIds: string[] },
): Promise<{ unread: number }> {
  return mark(ctx, scope, { id: { in: input.notificationIds } });
}

/** Marks the person's whole inbox, as it is at this moment, as read. */
export async function markAllRead(ctx: Context, scope: Scope): Promise<{ unread: number }> {
  return mark(ctx, scope, { createdAt: { lte: scope.now } });
}

async function mark(
  ctx: Context,
  scope: Scope,
  which: { id: { in: string[] } } | { createdAt: { lte: Date } },
) {
  return inTransaction(ctx.db, async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { userId: scope.userId, readAt: null, ...which },
      data: { readAt: scope.now },
    });
    // The person's other windows put their bells right.
    if (count > 0) await liveInbox(tx, [scope.userId]);
    return countUnread(tx, scope);
  });
}
