import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { lockWorkbook, requireVersion } from './lock-workbook.ts';

/** Throws a workbook away that is not in the plan; its bytes go with the next sweep. */
export async function discardWorkbook(
  ctx: Context,
  scope: Scope,
  { workbookId, version }: { workbookId: string; version: number },
): Promise<{ workbookId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockWorkbook(tx, scope, workbookId);
    if (row.importedAt) throw new DomainError('RULE', 'This workbook is in the plan. Undo it first.');
    await requireVersion(tx, row, version);
    await tx.workbookImport.delete({ where: { id: workbookId }, select: { id: true } });
    await recordAudit(tx, scope, {
      action: 'workbook.discard',
      entityType: 'WORKBOOK_IMPORT',
      entityId: workbookId,
      planId: row.planId,
      before: { fileName: row.fileName },
    });
    return { workbookId };
  });
}
