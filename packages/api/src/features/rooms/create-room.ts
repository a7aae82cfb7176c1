import type { MadeRoom, MadeVisitor, RoomCreateInput } from '@gt/contracts/schemas';
import { formatDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { addDays, londonInstant } from '@gt/domain/calendar';
import { validateRoom } from '@gt/domain/room';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { newKeys } from './make-visitor.ts';
import { requireRoomPack } from './require-room-pack.ts';
import { logByLead } from './room-log.ts';

/**
 * Opens a room for one pack, and answers link and code of each visitor, which are shown this once. Throws NOT_FOUND,
 * INVALID, and RULE for a room that has been made already: what was shown is kept nowhere.
 */
export async function createRoom(ctx: Context, scope: Scope, input: RoomCreateInput): Promise<MadeRoom> {
  const { idempotencyKey: key, ...draft } = input;
  return inTransaction(ctx.db, async (tx) => {
    const roomId = newId();
    const earlier = await claimOnce(tx, scope, { key, operation: 'room.create', entityId: roomId });
    if (earlier) throw shownOnce('This room has been made already, and its links and codes were shown.');
    const problems = validateRoom(draft, scope.today);
    if (problems.length > 0) throw invalid(problems);
    const number = await nextNumber(tx, draft.planId);
    const pack = await requireRoomPack(tx, draft, draft.untilDate);
    const room = { id: roomId, planId: draft.planId, number };
    await tx.inspectorRoom.create({
      data: {
        ...room,
        name: draft.name,
        organisation: draft.organisation,
        packId: draft.packId,
        opensAt: londonInstant(draft.fromDate, '00:00'),
        endsAt: londonInstant(addDays(draft.untilDate, 1), '00:00'),
        createdById: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    const box = `Pack ${pack}, ${formatDate(draft.fromDate)} to ${formatDate(draft.untilDate)}`;
    await logByLead(tx, scope, room, { event: 'OPENED', what: box });
    const visitors: MadeVisitor[] = [];
    for (const label of draft.visitors) visitors.push(await insertVisitor(ctx, tx, scope, room, label));
    return { roomId, visitors };
  });
}

async function nextNumber(tx: Tx, planId: string): Promise<number> {
  const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  const { nextRoomNumber } = await tx.plan.update({
    where: { id: planId },
    data: { nextRoomNumber: { increment: 1 } },
    select: { nextRoomNumber: true },
  });
  return nextRoomNumber - 1;
}

export async function insertVisitor(
  ctx: Context,
  tx: Tx,
  scope: Scope,
  room: { id: string; planId: string; number: number },
  label: string,
): Promise<MadeVisitor> {
  const { shown, kept } = newKeys(ctx);
  const visitor = { id: newId(), label };
  await tx.roomVisitor.create({
    data: { ...visitor, ...kept, roomId: room.id, createdAt: scope.now },
    select: { id: true },
  });
  await logByLead(tx, scope, room, { event: 'VISITOR_ADDED', visitor });
  return { visitorId: visitor.id, label, ...shown };
}

export function shownOnce(what: string): DomainError {
  return new DomainError('RULE', `${what} Make a new link and code for whoever has none.`);
}
