import type { ReportContent } from '@gt/contracts/words';
import { type Db, inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import type { Issuing, StoredReportFile } from './issuing-report.ts';
import { reportReference } from './load-report.ts';
import { mailMinutes } from './mail-minutes.ts';

/** The paper that is to be issued; null when it is no more, or already issued, or failed. */
export async function loadIssuing(db: Db, reportId: string): Promise<Issuing | null> {
  const row = await db.report.findFirst({
    where: { id: reportId, state: 'ISSUING', plan: { deletedAt: null } },
    select: {
      id: true,
      planId: true,
      kind: true,
      number: true,
      versionNumber: true,
      edition: true,
      title: true,
      marking: true,
      reviewId: true,
      content: true,
      issuedAt: true,
      issuedById: true,
      redactedAt: true,
      version: true,
      plan: { select: { name: true, councilName: true, trustName: true } },
    },
  });
  return row && { ...row, content: row.content as unknown as ReportContent };
}

/** The row while this attempt has the paper as it was loaded. */
const mine = ({ id, version }: Issuing) => ({ id, version, state: 'ISSUING' }) as const;

/**
 * Makes the paper ISSUED with its files and tells the members, all or nothing. CHANGED when words were destroyed since
 * it was loaded; LOST when another attempt was quicker.
 */
export function finishIssue(
  ctx: Context,
  scope: Scope,
  report: Issuing,
  files: readonly StoredReportFile[],
): Promise<'ISSUED' | 'CHANGED' | 'LOST'> {
  return inTransaction(ctx.db, async (tx) => {
    const { count } = await tx.report.updateMany({
      where: mine(report),
      data: { state: 'ISSUED', failure: null, version: { increment: 1 } },
    });
    if (count === 0) {
      const now = await tx.report.findUnique({ where: { id: report.id }, select: { state: true } });
      return now?.state === 'ISSUING' ? 'CHANGED' : 'LOST';
    }
    await tx.reportFile.deleteMany({ where: { reportId: report.id } });
    await tx.reportFile.createMany({
      data: files.map((file) => ({ ...file, reportId: report.id, createdAt: scope.now })),
    });
    await recordAudit(tx, scope, {
      action: 'report.issued',
      entityType: 'REPORT',
      entityId: report.id,
      planId: report.planId,
      after: {
        reference: reportReference(report),
        files: files.map(({ format, sha256 }) => ({ format, sha256 })),
      },
    });
    if (report.kind === 'MINUTES') await mailMinutes(ctx, tx, report, files);
    return 'ISSUED';
  });
}

/** Ends the attempt with the sentence a person reads; the words stay and may be issued again. */
export function failIssue(db: Db, scope: Scope, report: Issuing, failure: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { count } = await tx.report.updateMany({
      where: mine(report),
      data: { state: 'FAILED', failure, issuedAt: null, issuedById: null, version: { increment: 1 } },
    });
    if (count === 0) return;
    await recordAudit(tx, scope, {
      action: 'report.fail',
      entityType: 'REPORT',
      entityId: report.id,
      planId: report.planId,
      after: { reference: reportReference(report), failure },
    });
  });
}
