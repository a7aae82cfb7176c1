import type { RoomListOut, RoomOut, RoomPackRow, RoomRow } from '@gt/contracts/schemas';
import { type Db, type Sql, sql } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { packGone, roomState, usualRoomDays } from '@gt/domain/room';
import { londonDate, toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { findPacks, keptUntil, packFacts } from './require-room-pack.ts';
import { askedInRoom } from './room-questions.ts';

/** Lines of the log told of at once; all of them are in the file. */
const LOGGED = 200;

type RawRoom = {
  id: string;
  planId: string;
  number: number;
  name: string;
  organisation: string;
  opensAt: Date;
  endsAt: Date;
  closedAt: Date | null;
  createdAt: Date;
  createdById: string;
  version: number;
  packId: string;
  visitors: number;
  entrances: number;
  lastEnteredAt: Date | null;
};

function selectRooms(db: Db, where: Sql): Promise<RawRoom[]> {
  return db.$queryRaw<RawRoom[]>`
    SELECT r."id", r."planId", r."number", r."name", r."organisation", r."opensAt", r."endsAt", r."closedAt",
      r."createdAt", r."createdById", r."version", r."packId",
      (SELECT count(*)::int FROM "room_visitor" v WHERE v."roomId" = r."id" AND v."revokedAt" IS NULL) AS "visitors",
      entered."n" AS "entrances", entered."last" AS "lastEnteredAt"
    FROM "inspector_room" r JOIN "plan" p ON p."id" = r."planId" AND p."deletedAt" IS NULL
    CROSS JOIN LATERAL (SELECT count(*)::int AS "n", max(l."at") AS "last" FROM "room_log_line" l
      WHERE l."roomId" = r."id" AND l."event" = 'ENTERED') entered
    WHERE ${where} ORDER BY r."number" DESC`;
}

/** The rooms of a plan, newest first, and what could stand in a new one. Throws NOT_FOUND. */
export async function listRooms(db: Db, scope: Scope, planId: string): Promise<RoomListOut> {
  const [plan, rooms, packs] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } }),
    selectRooms(db, sql`r."planId" = ${planId}`),
    findPacks(db, planId),
  ]);
  if (!plan) throw notFound('plan');
  const inRooms = await packsOf(db, rooms);
  return {
    rooms: rooms.map((room) => toRow(room, toPack(inRooms.get(room.packId)), scope.now)),
    packs: packs.map(toPack),
    usual: usualRoomDays(scope.today),
  };
}

/** One room: who may enter, what was asked, and its log. Throws NOT_FOUND. */
export async function getRoom(db: Db, scope: Scope, roomId: string): Promise<RoomOut> {
  const [room] = await selectRooms(db, sql`r."id" = ${roomId}`);
  if (!room) throw notFound('room');
  const [packRow, visitors, asked, log, packs, plan, maker] = await Promise.all([
    packsOf(db, [room]).then((found) => found.get(room.packId)),
    findVisitors(db, roomId),
    askedInRoom(db, roomId),
    findLog(db, roomId),
    findPacks(db, room.planId),
    db.plan.findUniqueOrThrow({ where: { id: room.planId }, select: { name: true } }),
    db.user.findUnique({ where: { id: room.createdById }, select: { name: true } }),
  ]);
  const { visitors: _, ...row } = toRow(room, toPack(packRow), scope.now);
  const inPack = packRow?.evidence ?? new Set<string>();
  return {
    ...row,
    planName: plan.name,
    madeBy: maker?.name ?? '',
    createdAt: toInstant(room.createdAt),
    packProblem: packRow ? packGone(packFacts(packRow)) : null,
    visitors,
    questions: asked.map(({ chosen, recommendations: __, ...question }) => ({
      ...question,
      shown: chosen.filter(({ reference }) => inPack.has(reference)),
      notInPack: chosen.filter(({ reference }) => !inPack.has(reference)),
    })),
    ...log,
    packs: packs.map(toPack),
  };
}

type PackRow = Awaited<ReturnType<typeof findPacks>>[number] & { evidence: Set<string> };

/** Packs in rooms, whatever has become of them, with the references of the evidence that is in each. */
async function packsOf(db: Db, rooms: readonly RawRoom[]): Promise<Map<string, PackRow>> {
  const ids = [...new Set(rooms.map(({ packId }) => packId))];
  const rows = await db.pack.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      number: true,
      state: true,
      audience: true,
      isPartial: true,
      finishedAt: true,
      redactedAt: true,
      expiredAt: true,
      expiresAt: true,
    },
  });
  const refs = await db.$queryRaw<{ id: string; refs: string[] }[]>`
    SELECT p."id", ARRAY(SELECT f->>'evidence' FROM jsonb_array_elements(p."manifest"->'files') f
      WHERE f ? 'evidence') AS "refs"
    FROM "pack" p WHERE p."id" = ANY(${ids}::text[]) AND p."manifest" IS NOT NULL`;
  const refsOf = new Map(refs.map((row) => [row.id, new Set(row.refs)]));
  return new Map(rows.map((row) => [row.id, { ...row, evidence: refsOf.get(row.id) ?? new Set() }]));
}

function toPack(row: Omit<PackRow, 'evidence'> | undefined): RoomPackRow {
  // A room has its pack for ever: the key of the table says so.
  if (!row) throw new Error('a room without its pack');
  const { id, number, isPartial, finishedAt, expiresAt } = row;
  return {
    ...{ id, number, isPartial },
    finishedAt: finishedAt && toInstant(finishedAt),
    keptUntil: keptUntil(expiresAt),
  };
}

function toRow(room: RawRoom, pack: RoomPackRow, now: Date): RoomRow {
  const { id, planId, number, name, organisation, visitors, entrances, version } = room;
  return {
    ...{ id, planId, number, name, organisation, visitors, entrances, version, pack },
    state: roomState(room, now),
    opensOn: londonDate(room.opensAt),
    lastDay: addDays(londonDate(room.endsAt), -1),
    closedAt: room.closedAt && toInstant(room.closedAt),
    lastEnteredAt: room.lastEnteredAt && toInstant(room.lastEnteredAt),
  };
}

async function findVisitors(db: Db, roomId: string): Promise<RoomOut['visitors']> {
  const [rows, entered] = await Promise.all([
    db.roomVisitor.findMany({
      where: { roomId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, label: true, createdAt: true, wrongCodes: true, lockedAt: true, revokedAt: true },
    }),
    db.roomLogLine.groupBy({
      by: ['visitorId'],
      where: { roomId, event: 'ENTERED' },
      _count: { _all: true },
      _max: { at: true },
    }),
  ]);
  const enteredOf = new Map(entered.map((row) => [row.visitorId, row]));
  return rows.map(({ createdAt, lockedAt, revokedAt, ...visitor }) => {
    const last = enteredOf.get(visitor.id)?._max.at ?? null;
    return {
      ...visitor,
      createdAt: toInstant(createdAt),
      lockedAt: lockedAt && toInstant(lockedAt),
      revokedAt: revokedAt && toInstant(revokedAt),
      entrances: enteredOf.get(visitor.id)?._count._all ?? 0,
      lastEnteredAt: last && toInstant(last),
    };
  });
}

async function findLog(db: Db, roomId: string): Promise<Pick<RoomOut, 'log' | 'logTotal'>> {
  const [rows, logTotal] = await Promise.all([
    db.roomLogLine.findMany({
      where: { roomId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: LOGGED,
      select: { id: true, at: true, event: true, what: true, visitor: { select: { label: true } } },
    }),
    db.roomLogLine.count({ where: { roomId } }),
  ]);
  const log = rows.map(({ visitor, at, ...line }) => ({
    ...line,
    at: toInstant(at),
    visitor: visitor?.label ?? null,
  }));
  return { log, logTotal };
}
