import type { IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import type { GateClock } from '@gt/domain/inspection';
import { toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { staleWrite } from '../../core/stale-write.ts';

export type LoadedClock = GateClock & { clockId: string; planId: string };

export type GateFacts = {
  name: string;
  dueDate: IsoDate;
  doneOn: IsoDate | null;
  doneBy: string;
  doneNote: string;
};
export type LoadedGate = { id: string; version: number; facts: GateFacts; clock: LoadedClock };

const CLOCK = { id: true, planId: true, receivedDate: true, dueDate: true, workingDays: true } as const;
type ClockRow = { id: string; planId: string; receivedDate: Date; dueDate: Date; workingDays: number };

function clockOf({ id, planId, receivedDate, dueDate, workingDays }: ClockRow): LoadedClock {
  return {
    clockId: id,
    planId,
    receivedDate: toIsoDate(receivedDate),
    dueDate: toIsoDate(dueDate),
    workingDays,
  };
}

/** A clock of a live plan. Throws NOT_FOUND. */
export async function loadClock(tx: Tx, clockId: string): Promise<LoadedClock> {
  const row = await tx.statutoryClock.findFirst({
    where: { id: clockId, plan: { deletedAt: null } },
    select: CLOCK,
  });
  if (!row) throw notFound('clock');
  return clockOf(row);
}

/** A gate of a live plan, among those removed only where that is asked. Throws NOT_FOUND. */
export async function loadGate(tx: Tx, gateId: string, isRemoved = false): Promise<LoadedGate> {
  const row = await tx.clockGate.findFirst({
    where: {
      id: gateId,
      removedAt: isRemoved ? { not: null } : null,
      clock: { plan: { deletedAt: null } },
    },
    select: {
      id: true,
      name: true,
      dueDate: true,
      doneOn: true,
      doneBy: true,
      doneNote: true,
      version: true,
      clock: { select: CLOCK },
    },
  });
  if (!row) throw notFound('approval gate');
  const { id, version, name, doneBy, doneNote } = row;
  const facts = {
    name,
    dueDate: toIsoDate(row.dueDate),
    doneOn: toIsoDateOrNull(row.doneOn),
    doneBy,
    doneNote,
  };
  return { id, version, facts, clock: clockOf(row.clock) };
}

/** Writes what changed of a gate; a stale version is told what stands there now. Throws CONFLICT. */
export async function writeGate(
  tx: Tx,
  gate: LoadedGate,
  version: number,
  data: Parameters<Tx['clockGate']['updateMany']>[0]['data'],
): Promise<void> {
  const written = await tx.clockGate.updateMany({
    where: { id: gate.id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw await staleWrite(tx, 'CLOCK_GATE', gate.id, gate.version, gate.facts);
}
