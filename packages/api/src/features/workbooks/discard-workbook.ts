import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { lockWorkbook, requireVersion } from './lock-workbook.ts';

/**
 * Throws a workbook away: its bytes go with the next sweep. What it brought into the plan stays, and cannot be undone as
 * a whole any more; so a file that names a child does not have to be kept.
 */
export async function discardWorkbook(
  ctx: Context,
  scope: Scope,
  { workbookId, version }: { workbookId: string; version: number },
): Promise<{ workbookId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockWorkbook(tx, scope, workbookId);
    await requireVersion(tx, row, version);
    await tx.workbookImport.delete({ where: { id: workbookId }, select: { id: true } });
    await recordAudit(tx, scope, {
      action: 'workbook.discard',
      entityType: 'WORKBOOK_IMPORT',
      entityId: workbookId,
      planId: row.planId,
      before: { fileName: row.fileName, wasInPlan: row.importedAt !== null },
    });
    return { workbookId };
  });
}
