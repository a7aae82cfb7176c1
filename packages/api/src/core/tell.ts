import type { NotificationKind } from '@gt/contracts/words';
import { atEnd, type Tx } from '@gt/db';
import { liveInbox } from './live.ts';
import type { Scope } from './scope.ts';

export type Telling = {
  userIds: readonly string[];
  kind: NotificationKind;
  planId: string;
  actionId: string | null;
  /** What it is told of: the id of a comment or request, or a text of its own. The same is told once. */
  sourceId: string;
};

type Who = Pick<Scope, 'userId' | 'userName' | 'now'>;

/** Who was told of which action in each open transaction. */
const told = new WeakMap<object, Set<string>>();

/** Whether this transaction has told the person something of the action already. */
export function wasTold(tx: Tx, userId: string, actionId: string): boolean {
  return told.get(tx)?.has(`${userId} ${actionId}`) ?? false;
}

async function rememberTold(
  tx: Tx,
  lines: readonly { userId: string; actionId: string | null }[],
): Promise<void> {
  const known = told.get(tx);
  const all = known ?? new Set<string>();
  for (const { userId, actionId } of lines) if (actionId !== null) all.add(`${userId} ${actionId}`);
  if (known) return;
  told.set(tx, all);
  // Forgotten after everything else that happens at the end has looked.
  await atEnd(tx, () => atEnd(tx, async () => void told.delete(tx)));
}

/**
 * Puts a line into people's inboxes, in the transaction of what caused it: never into the actor's own, and once for
 * each person, kind and source. Open pages hear of it when the transaction is kept.
 */
export async function tell(tx: Tx, scope: Who, telling: Telling): Promise<void> {
  await tellAll(tx, scope, [telling]);
}

/** As `tell`, for many at once in one statement. */
export async function tellAll(tx: Tx, scope: Who, tellings: readonly Telling[]): Promise<void> {
  const data = tellings.flatMap(({ userIds, ...of }) =>
    [...new Set(userIds)]
      .filter((userId) => userId !== scope.userId)
      .map((userId) => ({ ...of, userId, actorName: scope.userName, createdAt: scope.now })),
  );
  if (data.length === 0) return;
  await rememberTold(tx, data);
  await tx.notification.createMany({ data, skipDuplicates: true });
  await liveInbox(
    tx,
    data.map((row) => row.userId),
  );
}
