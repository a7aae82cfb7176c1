import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { lockFigures, requireVersion } from './lock-figures.ts';

/** Throws a file of figures away: its bytes go with the next sweep. What it entered stays, and stands alone then. */
export async function discardFigures(
  ctx: Context,
  scope: Scope,
  { importId, version }: { importId: string; version: number },
): Promise<{ importId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockFigures(tx, scope, importId);
    await requireVersion(tx, row, version);
    await tx.figureImport.delete({ where: { id: importId }, select: { id: true } });
    await recordAudit(tx, scope, {
      action: 'figures.discard',
      entityType: 'FIGURE_IMPORT',
      entityId: importId,
      planId: row.planId,
      before: { fileName: row.fileName, wasEntered: row.importedAt !== null },
    });
    return { importId };
  });
}
