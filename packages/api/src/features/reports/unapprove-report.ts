import type { ReportWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadReport } from './load-report.ts';
import { written } from './make-report.ts';

/**
 * Takes back an approval that was recorded by mistake; the history keeps it with the reason. Throws NOT_FOUND, and
 * RULE once the statement was submitted with it.
 */
export async function unapproveReport(
  ctx: Context,
  scope: Scope,
  input: { approvalId: string; reason: string },
): Promise<ReportWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const approval = await tx.reportApproval.findUnique({
      where: { id: input.approvalId },
      select: {
        id: true,
        reportId: true,
        body: true,
        approvedOn: true,
        approvedBy: true,
        note: true,
        report: { select: { submittedOn: true } },
      },
    });
    if (!approval) throw notFound('approval');
    const report = await loadReport(tx, scope, approval.reportId);
    if (approval.report.submittedOn) {
      throw new DomainError(
        'RULE',
        'The statement was submitted with this approval on record, so it stays. Make a new version instead.',
      );
    }
    const { count } = await tx.reportApproval.deleteMany({ where: { id: approval.id } });
    if (count === 0) throw notFound('approval');
    const { body, approvedBy, note } = approval;
    await recordAudit(tx, scope, {
      action: 'report.unapprove',
      entityType: 'REPORT',
      entityId: report.id,
      planId: report.planId,
      before: { body, approvedOn: toIsoDate(approval.approvedOn), approvedBy, note },
      after: { reason: input.reason },
    });
    return written(report);
  });
}
