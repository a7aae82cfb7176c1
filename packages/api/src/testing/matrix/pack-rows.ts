import { Readable } from 'node:stream';
import type { PackState } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import { signingWith } from '../../core/signing.ts';
import type { Cell, FileRow, ProcedureRow } from './matrix-row.ts';
import { LEAD } from './who.ts';

/** A pack in a plan of its own: numbers of packs are counted by plan. */
async function aPack({ world }: Cell, state: PackState) {
  const { planId } = await world.makePlan();
  const file = await world.stored(`pack ${newId()}`);
  const finished = {
    fileName: 'pack.zip',
    sha256: file.sha256,
    size: BigInt(file.size),
    finishedAt: new Date(),
  };
  const row = await world.db.pack.create({
    data: {
      planId,
      number: 1,
      state,
      marking: 'OFFICIAL',
      requestedById: world.people.lead.userId,
      ...(state === 'READY' ? finished : {}),
    },
    select: { id: true },
  });
  return { packId: row.id };
}

const ready = (cell: Cell) => aPack(cell, 'READY');
async function signed(cell: Cell) {
  const { packId } = await ready(cell);
  const { db } = cell.world;
  const publicKey = signingWith().publicKey;
  const { id } = await db.signingKey.create({ data: { publicKey }, select: { id: true } });
  await db.pack.update({ where: { id: packId }, data: { signingKeyId: id }, select: { id: true } });
  return { packId };
}
const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });

export const PACK_ROWS: readonly ProcedureRow[] = [
  { path: 'packs.readiness', may: { any: LEAD }, input: aboutPlan },
  { path: 'packs.list', may: { any: LEAD }, input: aboutPlan },
  { path: 'packs.get', may: { any: LEAD }, input: ready },
  {
    path: 'packs.build',
    may: { any: LEAD },
    input: (cell) => ({ ...aboutPlan(cell), idempotencyKey: newId() }),
  },
  { path: 'packs.cancel', may: { any: LEAD }, input: (cell) => aPack(cell, 'QUEUED') },
  {
    path: 'packs.verify',
    may: { any: LEAD },
    leavesNoAudit: 'it changes nothing; a mutation because it is dear',
    input: ready,
  },
];

export const PACK_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'GET /files/packs/:packId',
    may: { any: LEAD },
    leavesAudit: true,
    request: async (cell) => ({ params: await ready(cell) }),
  },
  {
    path: 'GET /files/packs/:packId/cover-sheet',
    may: { any: LEAD },
    request: async (cell) => ({ params: await ready(cell) }),
  },
  {
    path: 'GET /files/packs/:packId/key',
    may: { any: LEAD },
    request: async (cell) => ({ params: await signed(cell) }),
  },
  {
    path: 'POST /files/pack-checks',
    may: { any: LEAD },
    leavesNoAudit: 'it changes nothing; it is sent because the file is large',
    request: () => ({ body: Readable.from([Buffer.from('no pack')]) }),
  },
];
