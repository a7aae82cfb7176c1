import type { Db } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

type StoredName = { sha256: string; fileName: string; mediaType: string };

/** Where the report of an inspection lies. Throws NOT_FOUND when it was entered by hand. */
export async function findReportFile(db: Db, _scope: Scope, inspectionId: string): Promise<StoredName> {
  const row = await db.inspection.findFirst({
    where: { id: inspectionId, plan: { deletedAt: null } },
    select: { reportFileName: true, reportSha256: true },
  });
  if (!row?.reportSha256) throw notFound('report');
  return {
    sha256: row.reportSha256,
    fileName: row.reportFileName ?? 'report.pdf',
    mediaType: 'application/pdf',
  };
}

/** Where the submitted statement of a clock lies. Throws NOT_FOUND while the clock still runs. */
export async function findSubmittedFile(db: Db, _scope: Scope, clockId: string): Promise<StoredName> {
  const row = await db.statutoryClock.findFirst({
    where: { id: clockId, plan: { deletedAt: null } },
    select: { submittedFileName: true, submittedSha256: true, submittedMediaType: true },
  });
  if (!row?.submittedSha256) throw notFound('submitted file');
  return {
    sha256: row.submittedSha256,
    fileName: row.submittedFileName ?? 'statement-of-action',
    mediaType: row.submittedMediaType ?? 'application/octet-stream',
  };
}
