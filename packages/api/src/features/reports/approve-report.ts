import type { ReportApproveInput, ReportWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { written } from './make-report.ts';

/**
 * Puts the council's or the trust's approval of a statement on record. Throws NOT_FOUND, INVALID for a day that has
 * not come, and RULE for a paper that is not approved or not issued.
 */
export async function approveReport(
  ctx: Context,
  scope: Scope,
  input: ReportApproveInput,
): Promise<ReportWritten> {
  const { reportId, body, approvedOn, approvedBy, note, idempotencyKey } = input;
  return inTransaction(ctx.db, async (tx) => {
    const intent = { key: idempotencyKey, operation: 'report.approve', entityId: reportId };
    const isRepeated = (await claimOnce(tx, scope, intent)) !== null;
    const report = await loadReport(tx, scope, reportId);
    if (isRepeated) return written(report);
    assertMayBeApproved(report);
    if (approvedOn > scope.today) {
      throw invalid([
        { field: 'approvedOn', message: 'The day of the approval must be today or in the past' },
      ]);
    }
    const { id } = await tx.reportApproval.create({
      data: {
        ...{ reportId, body, approvedBy, note },
        approvedOn: fromIsoDate(approvedOn),
        recordedById: scope.userId,
        recordedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'report.approve',
      entityType: 'REPORT',
      entityId: reportId,
      planId: report.planId,
      after: { approvalId: id, body, approvedOn, approvedBy, note },
    });
    return written(report);
  });
}

function assertMayBeApproved({ kind, edition, state }: LoadedReport): void {
  if (kind !== 'STATEMENT_OF_ACTION') {
    throw new DomainError('RULE', 'Only a statement of action is approved by the council and the trust.');
  }
  if (edition === 'PUBLIC') {
    throw new DomainError('RULE', 'The full edition is what is approved; the public edition follows it.');
  }
  if (state !== 'ISSUED') {
    throw new DomainError('RULE', 'Issue this version first: an approval is of words that stay as they are.');
  }
}
