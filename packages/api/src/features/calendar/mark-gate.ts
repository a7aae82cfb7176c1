import type { GateMarkInput, GateWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateGateDone } from '@gt/domain/inspection';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadGate, writeGate } from './gate-access.ts';

/**
 * Marks an approval gate as passed on a day, with who agreed; or takes that back. Throws NOT_FOUND, INVALID, CONFLICT.
 */
export async function markGate(ctx: Context, scope: Scope, input: GateMarkInput): Promise<GateWritten> {
  const { gateId, version, doneOn } = input;
  return inTransaction(ctx.db, async (tx) => {
    const gate = await loadGate(tx, gateId);
    const isDone = doneOn !== null;
    const done = isDone
      ? { doneOn, doneBy: input.doneBy, doneNote: input.doneNote }
      : { doneOn, doneBy: '', doneNote: '' };
    const problems = isDone ? validateGateDone({ ...done, doneOn }, gate.clock, scope.today) : [];
    if (problems.length > 0) throw invalid(problems);
    await writeGate(tx, gate, version, {
      ...done,
      doneOn: fromIsoDateOrNull(doneOn),
      recordedById: isDone ? scope.userId : null,
    });
    await recordAudit(tx, scope, {
      action: isDone ? 'gate.done' : 'gate.undo',
      entityType: 'CLOCK_GATE',
      entityId: gateId,
      planId: gate.clock.planId,
      ...changedFields<Record<string, unknown>>(gate.facts, done),
    });
    return { gateId, version: version + 1 };
  });
}
