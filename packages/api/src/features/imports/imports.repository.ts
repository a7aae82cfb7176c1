import type { ImportOut } from '@gt/contracts/schemas';
import type { ReportDraft } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { importedBefore } from './imported-before.ts';
import { proposePlan } from './propose-plan.ts';

/** One import with what the reader proposes; once confirmed only the plan it became. Throws NOT_FOUND. */
export async function getImport(db: Db, _scope: Scope, importId: string): Promise<ImportOut> {
  const row = await db.importRun.findUnique({
    where: { id: importId },
    select: {
      id: true,
      fileName: true,
      sha256: true,
      size: true,
      createdAt: true,
      confirmedAt: true,
      planId: true,
      draft: true,
    },
  });
  if (!row) throw notFound('import');
  return {
    id: row.id,
    fileName: row.fileName,
    size: Number(row.size),
    createdAt: toInstant(row.createdAt),
    confirmedAt: row.confirmedAt ? toInstant(row.confirmedAt) : null,
    planId: row.planId,
    reading: row.planId ? null : await reading(db, row, row.draft as unknown as ReportDraft),
  };
}

async function reading(
  db: Db,
  run: { id: string; sha256: string; fileName: string },
  draft: ReportDraft,
): Promise<NonNullable<ImportOut['reading']>> {
  return {
    pageCount: draft.pageCount,
    before: await importedBefore(db, run, draft),
    reportFormat: draft.reportFormat,
    warnings: draft.warnings,
    paragraphs: draft.paragraphs,
    proposal: proposePlan(draft),
  };
}
