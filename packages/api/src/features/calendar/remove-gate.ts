import type { GateRemoveInput, GateWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recountedGate } from '@gt/domain/inspection';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { CALENDAR } from '../inspections/clock-of.ts';
import { loadGate, writeGate } from './gate-access.ts';

/** Takes an approval gate off the clock, or puts it back with all it said. Throws NOT_FOUND, CONFLICT. */
export async function removeGate(
  ctx: Context,
  scope: Scope,
  { gateId, version, isBack }: GateRemoveInput,
): Promise<GateWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const gate = await loadGate(tx, gateId, isBack);
    // The clock may have moved while the gate was away.
    const day = recountedGate({ workingDay: null, dueDate: gate.facts.dueDate }, gate.clock, CALENDAR);
    await writeGate(tx, gate, version, {
      removedAt: isBack ? null : scope.now,
      ...(isBack ? { dueDate: fromIsoDate(day) } : {}),
    });
    await recordAudit(tx, scope, {
      action: isBack ? 'gate.restore' : 'gate.remove',
      entityType: 'CLOCK_GATE',
      entityId: gateId,
      planId: gate.clock.planId,
      ...(isBack ? { after: gate.facts } : { before: gate.facts }),
    });
    return { gateId, version: version + 1 };
  });
}
