import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { LEAD_AND_MANAGER, PLAN_READERS } from './who.ts';

const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });

/** A snapshot as the programme lead took it. */
async function aSnapshot({ world }: Cell): Promise<string> {
  const lead = world.callerAs(world.people.lead);
  const { snapshotId } = await lead.snapshots.take({
    planId: world.plan.planId,
    idempotencyKey: newId(),
  });
  return snapshotId;
}

const aboutSnapshot = async (cell: Cell) => ({ snapshotId: await aSnapshot(cell) });

/** Snapshots hold the whole plan, so those who see a part of it see none. */
export const SNAPSHOT_ROWS: readonly ProcedureRow[] = [
  { path: 'snapshots.list', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'snapshots.get', may: { any: PLAN_READERS }, input: aboutSnapshot },
  { path: 'snapshots.open', may: { any: PLAN_READERS }, input: aboutSnapshot },
  {
    path: 'snapshots.compare',
    may: { any: PLAN_READERS },
    input: async (cell) => ({ fromId: await aSnapshot(cell), toId: await aSnapshot(cell) }),
  },
  { path: 'snapshots.burnUp', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'snapshots.longRed', may: { any: PLAN_READERS }, input: aboutPlan },
  {
    path: 'snapshots.take',
    may: { any: LEAD_AND_MANAGER },
    input: (cell) => ({ ...aboutPlan(cell), idempotencyKey: newId() }),
  },
];
