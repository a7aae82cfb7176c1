import type { HereInput } from '@gt/contracts/schemas';
import { holds } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import type { Context } from '../../core/context.ts';
import { notAllowed, notFound } from '../../core/domain-error.ts';
import { liveHere } from '../../core/live.ts';
import type { Scope } from '../../core/scope.ts';

/** An open page speaks three times a minute; whoever walks through a list, or has many windows, a little more. */
const MOST_A_MINUTE = 60;
const MINUTE_MS = 60_000;
/** Beyond this many people the counts that are over are forgotten. */
const MOST_COUNTED = 1000;

const spoken = new Map<string, { since: number; count: number }>();

/**
 * Tells the others who have the same action or meeting open that this person has too. Nothing is written: neither a
 * row nor the history. Whoever says it too often is passed over without a word, for nothing depends on it.
 */
export async function sayHere(ctx: Context, scope: Scope, input: HereInput): Promise<{ recordId: string }> {
  const { of, recordId, state } = input;
  const { userId, userName } = scope;
  // Going is believed of anybody: it only takes back what they said, perhaps because they may see it no longer.
  if (state !== 'GONE') await assertReadable(ctx, scope, input);
  if (mayStillSpeak(userId, scope.now.getTime())) {
    await liveHere(ctx.db, { of, recordId, userId, name: userName, state });
  }
  return { recordId };
}

async function assertReadable(ctx: Context, scope: Scope, { of, recordId }: HereInput): Promise<void> {
  if (of === 'REVIEW') {
    if (!holds(scope.roles, 'review.read')) throw notAllowed('Reviews are not open to you.');
    const review = await ctx.db.review.findUnique({ where: { id: recordId }, select: { id: true } });
    if (!review) throw notFound('review');
    return;
  }
  const action = await ctx.db.action.findFirst({
    where: { id: recordId, deletedAt: null },
    select: ACTION_ACCESS_SELECT,
  });
  if (!action) throw notFound('action');
  assertOnAction(scope, 'action.read', actionRecord(action));
}

/** Counted in this process alone: a count in the database would be the writing that this avoids. */
function mayStillSpeak(userId: string, now: number): boolean {
  const isOver = (since: number) => now - since >= MINUTE_MS;
  if (spoken.size > MOST_COUNTED) {
    for (const [id, { since }] of spoken) if (isOver(since)) spoken.delete(id);
  }
  const known = spoken.get(userId);
  const counted = known && !isOver(known.since) ? known : { since: now, count: 0 };
  counted.count += 1;
  spoken.set(userId, counted);
  return counted.count <= MOST_A_MINUTE;
}
