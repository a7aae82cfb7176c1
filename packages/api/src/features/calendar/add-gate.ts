import type { GateAddInput, GateWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { GATE_LIMITS, validateGate } from '@gt/domain/inspection';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { CALENDAR } from '../inspections/clock-of.ts';
import { loadClock } from './gate-access.ts';

/** Adds an approval gate on a day of its own. The same intent twice adds one. Throws NOT_FOUND, INVALID, RULE. */
export async function addGate(ctx: Context, scope: Scope, input: GateAddInput): Promise<GateWritten> {
  const { clockId, name, dueDate, idempotencyKey } = input;
  return inTransaction(ctx.db, async (tx) => {
    const gateId = newId();
    const intent = { key: idempotencyKey, operation: 'gate.add', entityId: gateId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { gateId: earlier, version: 1 };
    const clock = await loadClock(tx, clockId);
    const problems = validateGate({ name, dueDate }, clock, CALENDAR);
    if (problems.length > 0) throw invalid(problems);
    const position = await tx.clockGate.count({ where: { clockId } });
    const live = await tx.clockGate.count({ where: { clockId, removedAt: null } });
    if (live >= GATE_LIMITS.count) {
      throw new DomainError(
        'RULE',
        `A clock has at most ${GATE_LIMITS.count} approval gates. Remove one first, then add this.`,
      );
    }
    await tx.clockGate.create({
      data: { id: gateId, clockId, position, name, dueDate: fromIsoDate(dueDate), createdAt: scope.now },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'gate.create',
      entityType: 'CLOCK_GATE',
      entityId: gateId,
      planId: clock.planId,
      after: { name, dueDate },
    });
    return { gateId, version: 1 };
  });
}
