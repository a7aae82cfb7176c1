import type { RoomEvent } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

export type LoggedRoom = { id: string; planId: string; number: number };
type Line = { event: RoomEvent; what?: string; visitor?: { id: string; label: string } };

/** What the history of the plan tells of as well: not each page that is turned. */
const NOT_IN_HISTORY: readonly RoomEvent[] = ['PAGE'];

/**
 * Adds a line to the access log of a room, and to the sealed history, which nobody can change. A visitor is called by
 * the room's number there: names in it stay for ever, so nothing that was typed may stand in them.
 */
export async function logByVisitor(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'requestId'>,
  room: LoggedRoom,
  line: Line,
): Promise<void> {
  const who = { userId: null, userName: visitorName(room), now: ctx.now, requestId: ctx.requestId };
  await write(tx, who, room, line);
}

/** As `logByVisitor`, for what the programme lead does with the room. */
export async function logByLead(tx: Tx, scope: Scope, room: LoggedRoom, line: Line): Promise<void> {
  await write(tx, scope, room, line);
}

export function visitorName({ number }: Pick<LoggedRoom, 'number'>): string {
  return `A visitor of inspector room ${number}`;
}

type Who = Parameters<typeof recordAudit>[1];

async function write(tx: Tx, who: Who, room: LoggedRoom, { event, what = '', visitor }: Line): Promise<void> {
  await tx.roomLogLine.create({
    data: { roomId: room.id, visitorId: visitor?.id ?? null, at: who.now, event, what },
    select: { id: true },
  });
  if (NOT_IN_HISTORY.includes(event)) return;
  await recordAudit(tx, who, {
    action: `room.${event.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    entityType: 'INSPECTOR_ROOM',
    entityId: room.id,
    planId: room.planId,
    after: { ...(visitor ? { visitor: visitor.label } : {}), ...(what === '' ? {} : { what }) },
  });
}
