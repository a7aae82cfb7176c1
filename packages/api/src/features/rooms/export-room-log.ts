import { Readable } from 'node:stream';
import { ROOM_EVENT_LABELS } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { csvFromRows, type Row } from '@gt/pack';
import type { Context } from '../../core/context.ts';
import { londonDate, londonTime } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';

const HEADERS = ['Date', 'Time in London', 'Instant (UTC)', 'Visitor', 'What happened', 'Of what'];
/** Lines read at once: the file is as long as the log. */
const BATCH = 1_000;

/** The whole access log of a room as CSV, oldest first. Throws NOT_FOUND. */
export async function exportRoomLog(ctx: Context, _scope: Scope, roomId: string): Promise<FileAnswer> {
  const room = await ctx.db.inspectorRoom.findFirst({
    where: { id: roomId, plan: { deletedAt: null } },
    select: { number: true },
  });
  if (!room) throw notFound('room');
  const stream = Readable.from(csvFromRows(HEADERS, linesOf(ctx.db, roomId)), { objectMode: false });
  const fileName = `Access log of inspector room ${room.number}.csv`;
  return { kind: 'file', stream, fileName, mediaType: 'text/csv; charset=utf-8' };
}

async function* linesOf(db: Db, roomId: string): AsyncGenerator<Row> {
  let last: string | undefined;
  for (;;) {
    const rows = await db.roomLogLine.findMany({
      where: { roomId },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: BATCH,
      ...(last ? { cursor: { id: last }, skip: 1 } : {}),
      select: { id: true, at: true, event: true, what: true, visitor: { select: { label: true } } },
    });
    for (const { at, event, what, visitor } of rows) {
      yield [
        londonDate(at),
        londonTime(at),
        at.toISOString(),
        visitor?.label ?? '',
        ROOM_EVENT_LABELS[event],
        what,
      ];
    }
    last = rows.at(-1)?.id;
    if (rows.length < BATCH) return;
  }
}
