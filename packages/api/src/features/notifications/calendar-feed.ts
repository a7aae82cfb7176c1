import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { newSecret, secretDigest } from '../people/secret-link.ts';

type Feed = { feed: { createdAt: string; lastReadAt: string | null } | null };

/** Whether the person has a calendar feed, since when, and when it was last fetched. */
export async function readFeed(ctx: Context, scope: Scope): Promise<Feed> {
  const row = await ctx.db.calendarFeed.findUnique({
    where: { userId: scope.userId },
    select: { createdAt: true, lastReadAt: true },
  });
  if (!row) return { feed: null };
  return {
    feed: { createdAt: toInstant(row.createdAt), lastReadAt: row.lastReadAt && toInstant(row.lastReadAt) },
  };
}

/**
 * Makes a secret address under which a calendar programme reads the person's due dates; an earlier one ends. Only a
 * digest is kept, so the address can be shown this one time.
 */
export async function makeFeed(ctx: Context, scope: Scope): Promise<{ address: string }> {
  const secret = newSecret();
  const { userId, now: createdAt } = scope;
  const tokenDigest = secretDigest(secret);
  await inTransaction(ctx.db, async (tx) => {
    await tx.calendarFeed.upsert({
      where: { userId },
      create: { userId, tokenDigest, createdAt },
      update: { tokenDigest, createdAt, lastReadAt: null },
      select: { userId: true },
    });
    await recordAudit(tx, scope, {
      action: 'calendar.make',
      entityType: 'USER',
      entityId: userId,
      planId: null,
    });
  });
  return { address: `${ctx.settings.publicUrl}/calendar/${secret}.ics` };
}

/** Ends the address at once: calendar programmes that have it read nothing any more. */
export async function revokeFeed(ctx: Context, scope: Scope): Promise<Feed> {
  const { userId } = scope;
  await inTransaction(ctx.db, async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { userId } });
    if (count === 0) return;
    await recordAudit(tx, scope, {
      action: 'calendar.revoke',
      entityType: 'USER',
      entityId: userId,
      planId: null,
    });
  });
  return { feed: null };
}
