import type { ReportContent, ReportEdition, ReportKind, ReportState } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { visibleReports } from './report-rows.ts';

/** A paper as the use-cases decide on it. */
export type LoadedReport = {
  id: string;
  planId: string;
  kind: ReportKind;
  number: number;
  versionNumber: number;
  edition: ReportEdition;
  state: ReportState;
  title: string;
  marking: string;
  snapshotId: string | null;
  reviewId: string | null;
  clockId: string | null;
  content: ReportContent;
  issuedAt: Date | null;
  redactedAt: Date | null;
  version: number;
  plan: { name: string; councilName: string; trustName: string };
};

const SELECT = {
  id: true,
  planId: true,
  kind: true,
  number: true,
  versionNumber: true,
  edition: true,
  state: true,
  title: true,
  marking: true,
  snapshotId: true,
  reviewId: true,
  clockId: true,
  content: true,
  issuedAt: true,
  redactedAt: true,
  version: true,
  plan: { select: { name: true, councilName: true, trustName: true } },
} as const;

/** One paper that this person may see. Throws NOT_FOUND. */
export async function loadReport(
  db: Pick<Tx, 'report'>,
  scope: Scope,
  reportId: string,
): Promise<LoadedReport> {
  const row = await db.report.findFirst({
    where: { id: reportId, ...visibleReports(scope) },
    select: SELECT,
  });
  if (!row) throw notFound('report');
  return { ...row, content: row.content as unknown as ReportContent };
}

/** A paper that may still be changed. Throws NOT_FOUND, RULE with why not, and CONFLICT for another's newer words. */
export async function loadDraft(
  tx: Tx,
  scope: Scope,
  { reportId, version }: { reportId: string; version: number },
): Promise<LoadedReport> {
  const report = await loadReport(tx, scope, reportId);
  if (report.kind === 'MINUTES') {
    throw new DomainError(
      'RULE',
      'Minutes stay as they were frozen. Add a correction to the review: it makes a new version that prints it.',
    );
  }
  if (report.state === 'ISSUING') {
    throw new DomainError('RULE', 'This paper is being issued, so it cannot be changed now.');
  }
  if (report.state === 'ISSUED') {
    throw new DomainError(
      'RULE',
      'This version has been issued and stays as it is. Make a new version of it.',
    );
  }
  if (report.version !== version) throw await staleReport(tx, report);
  return report;
}

/** The paper as it is now, for whoever wrote on an older one. */
export function staleReport(tx: Tx, { id, version, title, marking, content }: LoadedReport) {
  return staleWrite(tx, 'REPORT', id, version, { title, marking, content });
}

/** Writes a draft under the version that was read. Throws CONFLICT when somebody was quicker. */
export async function writeDraft(
  tx: Tx,
  scope: Scope,
  report: LoadedReport,
  data: { title?: string; marking?: string; content?: ReportContent; snapshotId?: string },
): Promise<{ id: string; version: number }> {
  const { content, ...rest } = data;
  const { count } = await tx.report.updateMany({
    where: { id: report.id, version: report.version, state: { in: ['DRAFT', 'FAILED'] } },
    data: {
      ...rest,
      ...(content ? { content: content as unknown as object } : {}),
      state: 'DRAFT',
      failure: null,
      changedById: scope.userId,
      changedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw await staleReport(tx, await loadReport(tx, scope, report.id));
  return { id: report.id, version: report.version + 1 };
}

/** "Board report 3, version 2, public edition": how people call a paper. */
export function reportReference({
  kind,
  number,
  versionNumber,
  edition,
}: Pick<LoadedReport, 'kind' | 'number' | 'versionNumber' | 'edition'>): string {
  const what = {
    MINUTES: 'Minutes',
    BOARD_REPORT: 'Board report',
    STATEMENT_OF_ACTION: 'Statement of action',
  };
  const parts = [`${what[kind]} ${number}`, `version ${versionNumber}`];
  return [...parts, ...(edition === 'PUBLIC' ? ['public edition'] : [])].join(', ');
}
