import type { RoomCloseInput, RoomWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { assertNotOver, lockRoom } from './load-room.ts';
import { logByLead } from './room-log.ts';

/** Closes a room for everybody, at once and for good; its log stays. Throws NOT_FOUND, RULE and CONFLICT. */
export async function closeRoom(ctx: Context, scope: Scope, input: RoomCloseInput): Promise<RoomWritten> {
  const { roomId, version } = input;
  return inTransaction(ctx.db, async (tx) => {
    const room = await lockRoom(tx, scope, roomId);
    assertNotOver(room, scope.now);
    if (room.version !== version) {
      throw await staleWrite(tx, 'INSPECTOR_ROOM', roomId, room.version, { packId: room.packId });
    }
    await tx.inspectorRoom.update({
      where: { id: roomId },
      data: { closedAt: scope.now, version: { increment: 1 } },
      select: { id: true },
    });
    await logByLead(tx, scope, room, { event: 'CLOSED' });
    return { roomId, version: version + 1 };
  });
}
