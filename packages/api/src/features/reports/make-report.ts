import type { ReportMakeInput, ReportWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { createReport, nextReportNumber } from './create-report.ts';
import { loadReport } from './load-report.ts';
import { lockPlan } from './lock-plan.ts';
import { writeBoardReport, writeStatement } from './write-content.ts';

/**
 * A new board report or statement of action in one click, as a draft whose wording may be changed. The same intent
 * twice gives the same paper. Throws NOT_FOUND and RULE.
 */
export async function makeReport(ctx: Context, scope: Scope, input: ReportMakeInput): Promise<ReportWritten> {
  const { planId, kind, snapshotId, idempotencyKey } = input;
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'report.make',
      entityId: id,
    });
    if (earlier) return written(await loadReport(tx, scope, earlier));
    await lockPlan(tx, planId);
    const number = await nextReportNumber(tx, planId, kind);
    const made =
      kind === 'BOARD_REPORT'
        ? await writeBoardReport(tx, scope, { planId, snapshotId, reportNumber: number })
        : await writeStatement(tx, scope, { planId });
    return createReport(tx, scope, 'report.make', { id, planId, kind, number, marking: 'OFFICIAL', ...made });
  });
}

export const written = ({ id, version }: ReportWritten): ReportWritten => ({ id, version });
