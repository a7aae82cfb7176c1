import { NO_WORKBOOK_CHOICES } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { type GridUpload, storeGridFile } from '../../core/take-grid-file.ts';

/**
 * Takes a workbook or a pasted table for a plan: bytes first, row second, and a job that reads it. The bytes stay as
 * they came, as evidence of the import. The same intent twice takes one.
 */
export async function takeWorkbook(
  ctx: Context,
  scope: Scope,
  upload: GridUpload,
): Promise<{ workbookId: string }> {
  const { planId, fileName, mediaType, sha256, size } = await storeGridFile(ctx, upload);
  const workbookId = newId();
  return inTransaction(ctx.db, async (tx) => {
    const intent = { key: upload.idempotencyKey, operation: 'workbook.take', entityId: workbookId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { workbookId: earlier };
    await tx.workbookImport.create({
      data: {
        id: workbookId,
        planId,
        fileName,
        mediaType,
        sha256,
        size: BigInt(size),
        choices: NO_WORKBOOK_CHOICES,
        createdById: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'workbook.take',
      entityType: 'WORKBOOK_IMPORT',
      entityId: workbookId,
      planId,
      after: { fileName, sha256, size },
    });
    await ctx.jobs.enqueue(tx, 'workbook.read', { workbookId });
    return { workbookId };
  });
}
