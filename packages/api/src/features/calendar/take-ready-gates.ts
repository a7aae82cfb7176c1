import type { GatesUseInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { readyGates } from '@gt/domain/inspection';
import { recordAudits } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { CALENDAR } from '../inspections/clock-of.ts';
import { loadClock } from './gate-access.ts';

/** Gives a clock the ready-made approval gates. The same intent twice gives them once. Throws NOT_FOUND, RULE. */
export async function takeReadyGates(
  ctx: Context,
  scope: Scope,
  { clockId, idempotencyKey }: GatesUseInput,
): Promise<{ clockId: string; gates: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const clock = await loadClock(tx, clockId);
    const gates = readyGates(clock, CALENDAR).map((gate, position) => ({ id: newId(), position, ...gate }));
    const intent = { key: idempotencyKey, operation: 'gate.useReady', entityId: clockId };
    if (await claimOnce(tx, scope, intent)) return { clockId, gates: gates.length };
    // Locked, so that two people who press at once do not both find it empty.
    await tx.$executeRaw`SELECT 1 FROM "statutory_clock" WHERE "id" = ${clockId} FOR UPDATE`;
    if ((await tx.clockGate.count({ where: { clockId, removedAt: null } })) > 0) {
      throw new DomainError('RULE', 'This clock has approval gates already. Reload the page to see them.');
    }
    await tx.clockGate.createMany({
      data: gates.map(({ dueDate, ...gate }) => ({
        ...gate,
        clockId,
        dueDate: fromIsoDate(dueDate),
        createdAt: scope.now,
      })),
    });
    await recordAudits(
      tx,
      scope,
      gates.map(({ id, name, workingDay, dueDate }) => ({
        action: 'gate.create',
        entityType: 'CLOCK_GATE',
        entityId: id,
        planId: clock.planId,
        after: { name, workingDay, dueDate },
      })),
    );
    return { clockId, gates: gates.length };
  });
}
