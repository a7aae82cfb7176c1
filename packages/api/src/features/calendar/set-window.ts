import type { WindowSetInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { validateWindow } from '@gt/domain/visit';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

/**
 * Assumes another window than the usual one, or goes back to it; with a reason, and what was assumed before stays on
 * record. Throws NOT_FOUND, INVALID, CONFLICT.
 */
export async function setWindow(
  ctx: Context,
  scope: Scope,
  input: WindowSetInput,
): Promise<Pick<WindowSetInput, 'inspectionId' | 'kind' | 'version'>> {
  const { inspectionId, kind, version, fromDate, untilDate, reason } = input;
  const problems = validateWindow(input);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const inspection = await tx.inspection.findFirst({
      where: { id: inspectionId, plan: { deletedAt: null } },
      select: { planId: true },
    });
    if (!inspection) throw notFound('inspection');
    // Held, so that of two people who change it at once the second sees what the first wrote.
    await tx.$executeRaw`SELECT 1 FROM "inspection" WHERE "id" = ${inspectionId} FOR UPDATE`;
    const last = await lastStep(tx, inspectionId, kind);
    const before = { fromDate: last.fromDate, untilDate: last.untilDate, reason: last.reason };
    if (last.number !== version) {
      throw await staleWrite(tx, 'WINDOW_ASSUMPTION', last.id ?? inspectionId, last.number, before);
    }
    const id = newId();
    await tx.windowAssumption.create({
      data: {
        ...{ id, planId: inspection.planId, inspectionId, kind, number: version + 1, reason },
        fromDate: fromIsoDateOrNull(fromDate),
        untilDate: fromIsoDateOrNull(untilDate),
        ...{ setById: scope.userId, setAt: scope.now },
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'window.set',
      entityType: 'WINDOW_ASSUMPTION',
      entityId: id,
      planId: inspection.planId,
      before: { fromDate: before.fromDate, untilDate: before.untilDate },
      after: { kind, fromDate, untilDate, reason },
    });
    return { inspectionId, kind, version: version + 1 };
  });
}

async function lastStep(tx: Tx, inspectionId: string, kind: WindowSetInput['kind']) {
  const row = await tx.windowAssumption.findFirst({
    where: { inspectionId, kind },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, fromDate: true, untilDate: true, reason: true },
  });
  return {
    id: row?.id ?? null,
    number: row?.number ?? 0,
    fromDate: toIsoDateOrNull(row?.fromDate ?? null),
    untilDate: toIsoDateOrNull(row?.untilDate ?? null),
    reason: row?.reason ?? '',
  };
}
