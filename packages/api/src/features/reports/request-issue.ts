import type { ReportWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { issueProblem, lengthProblem, pagesOf } from '@gt/domain/report';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { findingsOf } from './find-in-report.ts';
import { type LoadedReport, loadReport, reportReference, staleReport } from './load-report.ts';
import { written } from './make-report.ts';

/** A paper that has been on its way for so long is asked for again when somebody presses the button. */
const STUCK_AFTER_MS = 10 * 60 * 1000;
/** The length is only estimated here; what is near the limit is counted when the files are made. */
const PAGES_OF_ESTIMATE = 1;

/**
 * Issues a paper: its words are fixed, and a job makes its files. Pressed twice it is issued once. Throws NOT_FOUND,
 * CONFLICT for words that somebody changed meanwhile, and RULE with what stands in the way.
 */
export async function requestIssue(
  ctx: Context,
  scope: Scope,
  input: { reportId: string; version: number },
): Promise<ReportWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const report = await loadReport(tx, scope, input.reportId);
    if (report.state === 'ISSUED') return written(report);
    if (report.state === 'ISSUING') return again(ctx, tx, scope, report);
    if (report.version !== input.version) throw await staleReport(tx, report);
    await assertMayBeIssued(tx, scope, report);
    const { count } = await tx.report.updateMany({
      where: { id: report.id, version: report.version, state: { in: ['DRAFT', 'FAILED'] } },
      data: {
        state: 'ISSUING',
        failure: null,
        issuedAt: scope.now,
        issuedById: scope.userId,
        version: { increment: 1 },
      },
    });
    // Somebody pressed at the same moment: theirs is the one that counts.
    if (count === 0) return written(await loadReport(tx, scope, report.id));
    await recordAudit(tx, scope, {
      action: 'report.issue',
      entityType: 'REPORT',
      entityId: report.id,
      planId: report.planId,
      before: { state: report.state },
      after: { state: 'ISSUING', reference: reportReference(report) },
    });
    await enqueueIssue(ctx, tx, report.id);
    return { id: report.id, version: report.version + 1 };
  });
}

export function enqueueIssue(ctx: Pick<Context, 'jobs'>, tx: Tx, reportId: string): Promise<void> {
  return ctx.jobs.enqueue(tx, 'reports.issue', { reportId }, { singletonKey: reportId });
}

async function again(ctx: Context, tx: Tx, scope: Scope, report: LoadedReport): Promise<ReportWritten> {
  const since = scope.now.getTime() - (report.issuedAt?.getTime() ?? 0);
  if (since > STUCK_AFTER_MS) await enqueueIssue(ctx, tx, report.id);
  return written(report);
}

async function assertMayBeIssued(tx: Tx, scope: Scope, report: LoadedReport): Promise<void> {
  const findings = report.edition === 'PUBLIC' ? await findingsOf(tx, scope.today, report) : [];
  const problem =
    issueProblem({ ...report, findings }) ??
    lengthProblem(report.kind, pagesOf(report.content) - PAGES_OF_ESTIMATE);
  if (problem) throw new DomainError('RULE', problem);
}
