import type { RoomEvent } from '@gt/contracts/words';
import { type Db, inTransaction, type Tx } from '@gt/db';
import { mayStay } from '@gt/domain/room';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { secretDigest } from '../people/secret-link.ts';
import { logByVisitor } from './room-log.ts';
import { askWhom, refusalWords } from './room-words.ts';

const HOUR = 60 * 60 * 1000;
/** Long enough to read a paper that was opened, and a day's work. */
const ROOM_SESSION = { idleMs: HOUR, longestMs: 12 * HOUR } as const;
/** The moment of the last sign of life is written no more often. */
const SEEN_GRAIN_MS = 60_000;

const SESSION_SELECT = {
  id: true,
  startedAt: true,
  seenAt: true,
  visitor: {
    select: {
      id: true,
      label: true,
      revokedAt: true,
      room: {
        select: {
          id: true,
          planId: true,
          number: true,
          name: true,
          organisation: true,
          packId: true,
          opensAt: true,
          endsAt: true,
          closedAt: true,
          createdById: true,
          plan: { select: { trustName: true, councilName: true, deletedAt: true } },
        },
      },
    },
  },
} as const;

/** Somebody who is in a room now. Minted by `findVisit` alone: what the room shows takes nothing else. */
export type Visit = {
  sessionId: string;
  visitor: { id: string; label: string };
  room: {
    id: string;
    planId: string;
    number: number;
    name: string;
    organisation: string;
    packId: string;
    endsAt: Date;
    createdById: string;
  };
  askWhom: string;
};

/**
 * The visit that a session stands for, asked anew with every request: so closing a room or withdrawing a link has its
 * effect at once. What a page asks of its own accord does not count as a sign of life. Throws NOT_SIGNED_IN for one that is over or was never one, RULE where the room is shut.
 */
export async function findVisit(
  ctx: Context,
  token: string | null,
  { counts }: { counts: boolean } = { counts: true },
): Promise<Visit> {
  const session = token && (await findSession(ctx.db, token));
  if (!session || session.visitor.room.plan.deletedAt !== null || isOver(session, ctx.now)) {
    throw new DomainError('NOT_SIGNED_IN', 'You are not in the room. Enter it with your link and code.');
  }
  const { revokedAt, room, ...visitor } = session.visitor;
  const { plan, opensAt: _, closedAt: __, ...shown } = room;
  const whom = askWhom(plan);
  const stay = mayStay(room, { revokedAt }, ctx.now);
  if (!stay.ok) throw new DomainError('RULE', refusalWords(stay.why, room, whom));
  if (counts && ctx.now.getTime() - session.seenAt.getTime() > SEEN_GRAIN_MS) {
    await ctx.db.roomSession.updateMany({ where: { id: session.id }, data: { seenAt: ctx.now } });
  }
  return { sessionId: session.id, visitor, room: shown, askWhom: whom };
}

function findSession(db: Db | Tx, token: string) {
  return db.roomSession.findUnique({
    where: { tokenDigest: secretDigest(token) },
    select: SESSION_SELECT,
  });
}

function isOver({ startedAt, seenAt }: { startedAt: Date; seenAt: Date }, now: Date): boolean {
  const since = (at: Date) => now.getTime() - at.getTime();
  return since(seenAt) > ROOM_SESSION.idleMs || since(startedAt) > ROOM_SESSION.longestMs;
}

/** Puts on record what a visitor is about to be given: first the line, then the bytes. */
export async function logVisit(
  ctx: Context,
  { room, visitor }: Visit,
  event: RoomEvent,
  what = '',
): Promise<void> {
  await inTransaction(ctx.db, (tx) => logByVisitor(tx, ctx, room, { event, what, visitor }));
}

/** Ends the visitor's own session. */
export async function leaveRoom(ctx: Context, token: string | null): Promise<void> {
  const visit = await findVisit(ctx, token);
  await inTransaction(ctx.db, async (tx) => {
    await tx.roomSession.deleteMany({ where: { id: visit.sessionId } });
    await logByVisitor(tx, ctx, visit.room, { event: 'LEFT', visitor: visit.visitor });
  });
}
