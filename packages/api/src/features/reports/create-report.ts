import type { ReportContent, ReportEdition, ReportKind, ReportState, Sensitivity } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';

export type NewReport = {
  id?: string;
  planId: string;
  kind: ReportKind;
  number: number;
  versionNumber?: number;
  edition?: ReportEdition;
  state?: ReportState;
  title: string;
  marking: Sensitivity;
  content: ReportContent;
  snapshotId?: string | null;
  reviewId?: string | null;
  clockId?: string | null;
};

/** The next number of a kind of paper within its plan; the caller holds the lock of the plan. */
export async function nextReportNumber(tx: Tx, planId: string, kind: ReportKind): Promise<number> {
  const { _max } = await tx.report.aggregate({ where: { planId, kind }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** Writes the row of a new paper, version or edition, with its line in the history. */
export async function createReport(
  tx: Tx,
  scope: Scope,
  action: 'report.make' | 'report.newVersion' | 'report.makePublic' | 'report.correct',
  report: NewReport,
): Promise<{ id: string; version: number }> {
  const { id = newId(), content, ...rest } = report;
  const isIssuing = report.state === 'ISSUING';
  const row = await tx.report.create({
    data: {
      ...rest,
      id,
      content: content as unknown as object,
      createdById: scope.userId,
      createdAt: scope.now,
      changedById: scope.userId,
      changedAt: scope.now,
      ...(isIssuing ? { issuedAt: scope.now, issuedById: scope.userId } : {}),
    },
    select: { id: true, version: true, versionNumber: true, edition: true },
  });
  const { kind, number, title, marking, snapshotId = null } = report;
  await recordAudit(tx, scope, {
    action,
    entityType: 'REPORT',
    entityId: id,
    planId: report.planId,
    after: {
      ...{ kind, number, title, marking, snapshotId },
      versionNumber: row.versionNumber,
      edition: row.edition,
    },
  });
  return { id, version: row.version };
}
