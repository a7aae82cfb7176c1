import type { IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';

/** What a hand-over wrote, as its entry in the history keeps it: enough to take it back. */
export type HandOverRecord = {
  lastDay: IsoDate;
  posts: { postId: string; title: string; successorId: string | null; until: IsoDate | null }[];
  /** Actions whose owner by name changed. */
  actionIds: string[];
  ownedActionsTo: string | null;
  viewIds: string[];
  sharedViewsTo: string | null;
  followedIds: string[];
  followsTo: string | null;
  joined: { userId: string; teamId: string }[];
};

/** The newest hand-over of a person's work that has not been taken back; null when there is none. */
export async function lastHandOver(
  db: Db | Tx,
  userId: string,
): Promise<({ eventId: bigint } & HandOverRecord) | null> {
  const event = await db.auditEvent.findFirst({
    where: {
      entityType: 'USER',
      entityId: userId,
      action: { in: ['person.handOver', 'person.undoHandOver'] },
    },
    orderBy: { id: 'desc' },
    select: { id: true, action: true, payload: { select: { body: true } } },
  });
  if (event?.action !== 'person.handOver') return null;
  const body = event.payload?.body as { after: HandOverRecord } | null | undefined;
  return body ? { ...body.after, eventId: event.id } : null;
}
