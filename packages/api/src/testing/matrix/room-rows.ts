import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow, ProcedureRow } from './matrix-row.ts';
import { LEAD } from './who.ts';

/** A finished pack for an inspector in a plan of its own; `number` tells two of one plan apart. */
async function aPack({ world }: Cell, planId: string, number: number): Promise<string> {
  const { id } = await world.db.pack.create({
    data: {
      planId,
      number,
      state: 'READY',
      marking: 'OFFICIAL',
      requestedById: world.people.lead.userId,
      finishedAt: new Date('2026-03-10'),
    },
    select: { id: true },
  });
  return id;
}

/** A room that is open, with one visitor, and a second pack that could stand in it. */
async function aRoom(cell: Cell) {
  const { db, people, makePlan } = cell.world;
  const { planId } = await makePlan();
  const packId = await aPack(cell, planId, 1);
  const { id: roomId } = await db.inspectorRoom.create({
    data: {
      planId,
      number: 1,
      name: 'Monitoring visit',
      organisation: 'Ofsted',
      packId,
      opensAt: new Date('2026-03-09'),
      endsAt: new Date('2026-03-14'),
      createdById: people.lead.userId,
    },
    select: { id: true },
  });
  const { id: visitorId } = await db.roomVisitor.create({
    data: { roomId, label: 'Lead inspector', tokenDigest: newId(), codeDigest: newId() },
    select: { id: true },
  });
  return { planId, roomId, visitorId, otherPackId: await aPack(cell, planId, 2) };
}

export const ROOM_ROWS: readonly ProcedureRow[] = [
  {
    path: 'rooms.list',
    may: { any: LEAD },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'rooms.get',
    may: { any: LEAD },
    input: async (cell) => ({ roomId: (await aRoom(cell)).roomId }),
  },
  {
    path: 'rooms.create',
    may: { any: LEAD },
    input: async (cell) => {
      const { planId } = await cell.world.makePlan();
      return {
        planId,
        packId: await aPack(cell, planId, 1),
        name: 'Monitoring visit',
        organisation: 'Ofsted',
        fromDate: '2026-03-16',
        untilDate: '2026-03-20',
        visitors: ['Lead inspector'],
        idempotencyKey: newId(),
      };
    },
  },
  {
    path: 'rooms.addVisitor',
    may: { any: LEAD },
    input: async (cell) => ({
      roomId: (await aRoom(cell)).roomId,
      visitor: 'Inspector for fostering',
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'rooms.renewVisitor',
    may: { any: LEAD },
    input: async (cell) => ({ visitorId: (await aRoom(cell)).visitorId, idempotencyKey: newId() }),
  },
  {
    path: 'rooms.revokeVisitor',
    may: { any: LEAD },
    input: async (cell) => ({ visitorId: (await aRoom(cell)).visitorId }),
  },
  {
    path: 'rooms.putPack',
    may: { any: LEAD },
    input: async (cell) => {
      const { roomId, otherPackId } = await aRoom(cell);
      return { roomId, packId: otherPackId, version: 1 };
    },
  },
  {
    path: 'rooms.close',
    may: { any: LEAD },
    input: async (cell) => ({ roomId: (await aRoom(cell)).roomId, version: 1 }),
  },
];

export const ROOM_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'GET /files/rooms/:roomId/log',
    may: { any: LEAD },
    request: async (cell) => ({ params: { roomId: (await aRoom(cell)).roomId } }),
  },
];
