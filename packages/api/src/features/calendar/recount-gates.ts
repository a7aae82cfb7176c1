import type { Tx } from '@gt/db';
import { type GateClock, recountedGate } from '@gt/domain/inspection';
import { recordAudits } from '../../core/audit.ts';
import { fromIsoDate, toIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { CALENDAR } from '../inspections/clock-of.ts';

/** Counts the approval gates of a clock anew after the date of receipt was corrected, in the caller's transaction. */
export async function recountGates(
  tx: Tx,
  scope: Scope,
  clock: GateClock & { clockId: string; planId: string },
): Promise<void> {
  const gates = await tx.clockGate.findMany({
    where: { clockId: clock.clockId, removedAt: null },
    select: { id: true, workingDay: true, dueDate: true },
  });
  const moved = gates.flatMap(({ id, workingDay, dueDate }) => {
    const before = toIsoDate(dueDate);
    const after = recountedGate({ workingDay, dueDate: before }, clock, CALENDAR);
    return after === before ? [] : [{ id, before, after }];
  });
  for (const { id, after } of moved) {
    await tx.clockGate.update({
      where: { id },
      data: { dueDate: fromIsoDate(after), version: { increment: 1 } },
      select: { id: true },
    });
  }
  await recordAudits(
    tx,
    scope,
    moved.map(({ id, before, after }) => ({
      action: 'gate.recount',
      entityType: 'CLOCK_GATE',
      entityId: id,
      planId: clock.planId,
      before: { dueDate: before },
      after: { dueDate: after },
    })),
  );
}
