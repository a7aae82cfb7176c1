import { atEnd, type Tx } from '@gt/db';
import { londonDate } from './dates.ts';
import type { Scope } from './scope.ts';
import { tellAll, wasTold } from './tell.ts';

/** A change of one of these is told to those who follow the action. */
const TELLING = ['status', 'dueDate', 'declaredRag', 'ownerPostId', 'ownerUserId'];

/** What the history is told of a change, as far as it matters here. */
type Recorded = {
  entityType: string;
  entityId: string;
  planId: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};
type Changed = { planId: string; actionId: string };

const waiting = new WeakMap<object, Map<string, Changed>>();

/**
 * Whoever follows an action is told when its status, date, rating or owner changes: by looking at what goes into the
 * history, so that no use-case can forget it, and once a transaction, so that a bulk change asks once who follows.
 * Each person is told at most once a day of each action.
 */
export async function tellFollowers(
  tx: Tx,
  who: Pick<Scope, 'userName' | 'now'> & { userId: string | null },
  entry: Recorded,
): Promise<void> {
  const actionId = changedAction(entry);
  const { userId } = who;
  if (actionId === null || entry.planId === null || userId === null) return;
  const changed = { planId: entry.planId, actionId };
  const known = waiting.get(tx);
  if (known) {
    known.set(actionId, changed);
    return;
  }
  const all = new Map([[actionId, changed]]);
  waiting.set(tx, all);
  await atEnd(tx, async () => {
    waiting.delete(tx);
    await tellOf(tx, { userId, userName: who.userName, now: who.now }, all);
  });
}

async function tellOf(
  tx: Tx,
  who: Pick<Scope, 'userId' | 'userName' | 'now'>,
  changed: ReadonlyMap<string, Changed>,
): Promise<void> {
  const followers = await whoFollows(tx, who.now, [...changed.keys()]);
  const today = londonDate(who.now);
  await tellAll(
    tx,
    who,
    [...changed.values()].map(({ planId, actionId }) => ({
      planId,
      actionId,
      kind: 'CHANGED',
      sourceId: `${actionId}:${today}`,
      // Whoever has just been told something of this action more to the point is not told this as well.
      userIds: followers
        .filter((row) => row.actionId === actionId && !wasTold(tx, row.userId, actionId))
        .map((row) => row.userId),
    })),
  );
}

/** The action that an entry of the history changes in a way worth telling; null when it does not. */
function changedAction({ entityType, entityId, before, after }: Recorded): string | null {
  if (before === undefined || after === undefined) return null;
  const tells = TELLING.some(
    (field) => field in after && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (!tells) return null;
  if (entityType === 'ACTION') return entityId;
  // An update changes rating and status of the action it is about.
  return entityType === 'PROGRESS_UPDATE' && typeof after.actionId === 'string' ? after.actionId : null;
}

/** Followers of each action, with its owner and the present holder of its owner post, who follow by right. */
export function whoFollows(
  tx: Tx,
  now: Date,
  actionIds: readonly string[],
): Promise<{ actionId: string; userId: string }[]> {
  const ids = [...actionIds];
  const today = londonDate(now);
  return tx.$queryRaw<{ actionId: string; userId: string }[]>`
    SELECT w."actionId", w."userId" FROM (
      SELECT f."actionId", f."userId" FROM "action_follow" f WHERE f."actionId" = ANY(${ids}::text[])
      UNION SELECT a."id", a."ownerUserId" FROM "action" a
        WHERE a."id" = ANY(${ids}::text[]) AND a."ownerUserId" IS NOT NULL
      UNION SELECT a."id", h."userId" FROM "action" a JOIN "post_holding" h ON h."postId" = a."ownerPostId"
        WHERE a."id" = ANY(${ids}::text[])
          AND h."fromDate" <= ${today}::date AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date)
    ) w JOIN "user" u ON u."id" = w."userId" WHERE u."deactivatedAt" IS NULL`;
}
