import type { WorkbookChoices } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import type { Written } from './written.ts';

/** A workbook for a write: nobody else writes to it, or brings another into its plan, until the transaction ends. */
export async function lockWorkbook(tx: Tx, _scope: Scope, workbookId: string) {
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "plan" p JOIN "workbook_import" w ON w."planId" = p."id"
    WHERE w."id" = ${workbookId} FOR UPDATE OF p, w`;
  const row = await tx.workbookImport.findFirst({
    where: { id: workbookId, plan: { deletedAt: null } },
    select: {
      id: true,
      planId: true,
      grid: true,
      failure: true,
      choices: true,
      written: true,
      importedAt: true,
      createdAt: true,
      version: true,
      fileName: true,
    },
  });
  if (!row) throw notFound('workbook');
  // Both were written by this feature.
  return { ...row, choices: row.choices as WorkbookChoices, written: row.written as Written | null };
}

export type LockedWorkbook = Awaited<ReturnType<typeof lockWorkbook>>;

/** Throws CONFLICT when it was changed since `version` was read. */
export async function requireVersion(tx: Tx, row: LockedWorkbook, version: number): Promise<void> {
  if (row.version === version) return;
  throw await staleWrite(tx, 'WORKBOOK_IMPORT', row.id, row.version, { choices: row.choices });
}
