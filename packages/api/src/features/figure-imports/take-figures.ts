import { NO_FIGURE_CHOICES } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { type GridUpload, storeGridFile } from '../../core/take-grid-file.ts';

/**
 * Takes a file of figures, or a pasted table of them, for the measures of a plan: bytes first, row second, and a job
 * that reads it. The bytes stay as they came. The same intent twice takes one.
 */
export async function takeFigures(
  ctx: Context,
  scope: Scope,
  upload: GridUpload,
): Promise<{ importId: string }> {
  const { planId, fileName, mediaType, sha256, size } = await storeGridFile(ctx, upload);
  const importId = newId();
  return inTransaction(ctx.db, async (tx) => {
    const intent = { key: upload.idempotencyKey, operation: 'figures.take', entityId: importId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { importId: earlier };
    const by = { createdById: scope.userId, createdAt: scope.now };
    const file = { fileName, mediaType, sha256, size: BigInt(size) };
    await tx.figureImport.create({
      data: { id: importId, planId, ...file, choices: NO_FIGURE_CHOICES, ...by },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'figures.take',
      entityType: 'FIGURE_IMPORT',
      entityId: importId,
      planId,
      after: { fileName, sha256, size },
    });
    await ctx.jobs.enqueue(tx, 'figures.read', { importId });
    return { importId };
  });
}
