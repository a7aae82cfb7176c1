import type { MadeVisitor, VisitorAddInput } from '@gt/contracts/schemas';
import { ROOM_LIMITS } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { checkVisitor, sameVisitor } from '@gt/domain/room';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { insertVisitor, shownOnce } from './create-room.ts';
import { assertNotOver, lockRoom } from './load-room.ts';

/** Lets one more visitor into a room; link and code are shown this once. Throws NOT_FOUND, INVALID and RULE. */
export async function addVisitor(ctx: Context, scope: Scope, input: VisitorAddInput): Promise<MadeVisitor> {
  const { roomId, visitor, idempotencyKey: key } = input;
  return inTransaction(ctx.db, async (tx) => {
    const earlier = await claimOnce(tx, scope, { key, operation: 'room.addVisitor', entityId: newId() });
    if (earlier) throw shownOnce('This visitor has been added already, and link and code were shown.');
    const room = await lockRoom(tx, scope, roomId);
    assertNotOver(room, scope.now);
    const problems = checkVisitor(visitor);
    if (problems.length > 0) throw invalid(problems);
    const others = await tx.roomVisitor.findMany({
      where: { roomId, revokedAt: null },
      select: { label: true },
    });
    if (others.some(({ label }) => sameVisitor(label) === sameVisitor(visitor))) {
      throw invalid([{ field: 'visitors', message: 'Give each visitor a name of its own' }]);
    }
    if (others.length >= ROOM_LIMITS.visitors) {
      const message = `A room has ${ROOM_LIMITS.visitors} visitors at most`;
      throw invalid([{ field: 'visitors', message }]);
    }
    return insertVisitor(ctx, tx, scope, room, visitor);
  });
}
