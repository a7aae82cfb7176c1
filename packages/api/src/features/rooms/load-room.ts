import type { Tx } from '@gt/db';
import { roomState } from '@gt/domain/room';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

const ROOM_SELECT = {
  id: true,
  planId: true,
  number: true,
  name: true,
  packId: true,
  opensAt: true,
  endsAt: true,
  closedAt: true,
  version: true,
} as const;

/** A room for a change, which nobody else changes until the transaction ends. Throws NOT_FOUND. */
export async function lockRoom(tx: Tx, _scope: Scope, roomId: string) {
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "inspector_room" WHERE "id" = ${roomId} FOR NO KEY UPDATE`;
  const room = await tx.inspectorRoom.findFirst({
    where: { id: roomId, plan: { deletedAt: null } },
    select: ROOM_SELECT,
  });
  if (!room) throw notFound('room');
  return room;
}

type LockedRoom = Awaited<ReturnType<typeof lockRoom>>;

/** A room that can still be entered, now or later. Throws RULE for one that is over. */
export function assertNotOver(room: LockedRoom, now: Date): void {
  const state = roomState(room, now);
  if (state === 'CLOSED')
    throw new DomainError('RULE', 'This room is closed, which is final. Make a new one.');
  if (state === 'ENDED') throw new DomainError('RULE', 'This room has ended. Make a new one.');
}

/** One visitor of a room that the change is about, with the room. Throws NOT_FOUND. */
export async function lockVisitor(tx: Tx, scope: Scope, visitorId: string) {
  const found = await tx.roomVisitor.findUnique({ where: { id: visitorId }, select: { roomId: true } });
  if (!found) throw notFound('visitor');
  const room = await lockRoom(tx, scope, found.roomId);
  const visitor = await tx.roomVisitor.findUniqueOrThrow({
    where: { id: visitorId },
    select: { id: true, label: true, revokedAt: true },
  });
  return { room, visitor };
}
