import type { GateEditInput, GateWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateGate } from '@gt/domain/inspection';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { CALENDAR } from '../inspections/clock-of.ts';
import { loadGate, writeGate } from './gate-access.ts';

/**
 * Renames an approval gate or moves it to another day, which from then on is a person's and is not counted anew. Throws
 * NOT_FOUND, INVALID, CONFLICT.
 */
export async function editGate(ctx: Context, scope: Scope, input: GateEditInput): Promise<GateWritten> {
  const { gateId, version, name, dueDate } = input;
  return inTransaction(ctx.db, async (tx) => {
    const gate = await loadGate(tx, gateId);
    const problems = validateGate({ name, dueDate }, gate.clock, CALENDAR);
    if (problems.length > 0) throw invalid(problems);
    const isMoved = dueDate !== gate.facts.dueDate;
    const moved = isMoved ? { dueDate: fromIsoDate(dueDate), workingDay: null } : {};
    await writeGate(tx, gate, version, { name, ...moved });
    await recordAudit(tx, scope, {
      action: 'gate.edit',
      entityType: 'CLOCK_GATE',
      entityId: gateId,
      planId: gate.clock.planId,
      ...changedFields<Record<string, unknown>>(gate.facts, { name, dueDate }),
    });
    return { gateId, version: version + 1 };
  });
}
