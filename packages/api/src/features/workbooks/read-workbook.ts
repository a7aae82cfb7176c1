import { inTransaction } from '@gt/db';
import { readWorkbookStream } from '@gt/intake';
import type { JobHandler } from '../../core/job-handler.ts';
import { liveRecord } from '../../core/live.ts';

/**
 * Reads a stored workbook in the watched child and keeps its sheets, or why it cannot be read. Run again it has one
 * effect; one that is in already, or was thrown away, is left alone.
 */
export const readWorkbook: JobHandler = async (ctx, { workbookId = '' }) => {
  const run = await ctx.db.workbookImport.findFirst({
    where: { id: workbookId, importedAt: null },
    select: { sha256: true, planId: true, grid: true, failure: true },
  });
  if (!run || run.grid !== null || run.failure !== '') return;
  const result = await readWorkbookStream(async () => {
    const stream = await ctx.store.open(run.sha256);
    if (!stream) throw new Error('a stored workbook is not in the store');
    return stream;
  });
  await inTransaction(ctx.db, async (tx) => {
    await tx.workbookImport.updateMany({
      where: { id: workbookId, importedAt: null },
      data: result.ok ? { grid: result.grid as object } : { failure: result.message },
    });
    const who = { actorId: null, actorName: 'Golden Thread' };
    await liveRecord(tx, { planId: run.planId, ...who, entityType: 'WORKBOOK_IMPORT', entityId: workbookId });
  });
};
