import type { ReportSubmitInput, ReportWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { missingApprovals, submissionProblem } from '@gt/domain/report';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { settleClock } from '../inspections/submit-clock.ts';
import { type LoadedReport, loadReport, staleReport } from './load-report.ts';
import { MEDIA_TYPES } from './media-types.ts';

/**
 * Records that an issued statement went out, and stops the council's clock with its PDF. Without the approvals a reason
 * is asked, which is kept. Throws NOT_FOUND, RULE, INVALID for a day that cannot be, and CONFLICT.
 */
export async function submitStatement(
  ctx: Context,
  scope: Scope,
  input: ReportSubmitInput,
): Promise<ReportWritten> {
  const { reportId, submittedOn, reason } = input;
  return inTransaction(ctx.db, async (tx) => {
    const report = await loadReport(tx, scope, reportId);
    const file = await requireIssuedPdf(tx, report);
    if (report.version !== input.version) throw await staleReport(tx, report);
    const approvals = await tx.reportApproval.findMany({ where: { reportId }, select: { body: true } });
    const missing = missingApprovals(approvals, report.plan.trustName !== '');
    const problem = submissionProblem(missing, reason);
    if (problem) throw new DomainError('RULE', problem, { fields: [{ field: 'reason', message: problem }] });
    if (submittedOn > scope.today) {
      throw invalid([{ field: 'submittedOn', message: 'The date submitted must be today or in the past' }]);
    }
    if (report.clockId) {
      const clock = await tx.statutoryClock.findUniqueOrThrow({
        where: { id: report.clockId },
        select: { id: true, version: true },
      });
      await settleClock(tx, scope, { clockId: clock.id, version: clock.version, submittedOn, file });
    }
    const { count } = await tx.report.updateMany({
      where: { id: reportId, version: input.version },
      data: { submittedOn: fromIsoDate(submittedOn), version: { increment: 1 } },
    });
    if (count === 0) throw await staleReport(tx, await loadReport(tx, scope, reportId));
    await recordAudit(tx, scope, {
      action: 'report.submit',
      entityType: 'REPORT',
      entityId: reportId,
      planId: report.planId,
      after: { submittedOn, withoutApprovalOf: missing, reason },
    });
    return { id: reportId, version: input.version + 1 };
  });
}

async function requireIssuedPdf(tx: Tx, { id, kind, edition, state }: LoadedReport) {
  if (kind !== 'STATEMENT_OF_ACTION') {
    throw new DomainError('RULE', 'Only a statement of action is submitted.');
  }
  if (edition === 'PUBLIC') {
    throw new DomainError('RULE', 'The full edition is what is submitted. Open it and record it there.');
  }
  const file = await tx.reportFile.findUnique({
    where: { reportId_format: { reportId: id, format: 'PDF' } },
    select: { fileName: true, sha256: true },
  });
  if (state !== 'ISSUED' || !file) {
    throw new DomainError('RULE', 'Issue this version first: what is submitted is its file.');
  }
  return { ...file, mediaType: MEDIA_TYPES.PDF };
}
