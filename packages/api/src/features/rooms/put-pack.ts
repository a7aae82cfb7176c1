import type { RoomPackInput, RoomWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import type { Context } from '../../core/context.ts';
import { londonDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { assertNotOver, lockRoom } from './load-room.ts';
import { requireRoomPack } from './require-room-pack.ts';
import { logByLead } from './room-log.ts';

/**
 * Puts another pack of the plan into a room, in the place of the one that is there; visitors who are in see it with
 * their next page. On record in the room's log. Throws NOT_FOUND, INVALID, RULE and CONFLICT.
 */
export async function putPack(ctx: Context, scope: Scope, input: RoomPackInput): Promise<RoomWritten> {
  const { roomId, packId, version } = input;
  return inTransaction(ctx.db, async (tx) => {
    const room = await lockRoom(tx, scope, roomId);
    assertNotOver(room, scope.now);
    if (room.version !== version) {
      throw await staleWrite(tx, 'INSPECTOR_ROOM', roomId, room.version, { packId: room.packId });
    }
    if (room.packId === packId) throw new DomainError('RULE', 'This pack is in the room already.');
    const lastDay = addDays(londonDate(room.endsAt), -1);
    const number = await requireRoomPack(tx, { planId: room.planId, packId }, lastDay);
    const { number: before } = await tx.pack.findUniqueOrThrow({
      where: { id: room.packId },
      select: { number: true },
    });
    await tx.inspectorRoom.update({
      where: { id: roomId },
      data: { packId, version: { increment: 1 } },
      select: { id: true },
    });
    const what = `Pack ${number} in the place of pack ${before}`;
    await logByLead(tx, scope, room, { event: 'PACK_CHANGED', what });
    return { roomId, version: version + 1 };
  });
}
