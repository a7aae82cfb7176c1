import { inTransaction } from '@gt/db';
import type { JobHandler } from '../../core/job-handler.ts';
import { liveRecord } from '../../core/live.ts';
import { readStoredGrid } from '../../core/take-grid-file.ts';

/**
 * Reads a stored file of figures in the watched child and keeps its sheets, or why it cannot be read. Run again it has
 * one effect; one that is in already, or was thrown away, is left alone.
 */
export const readFigures: JobHandler = async (ctx, { importId = '' }) => {
  const run = await ctx.db.figureImport.findFirst({
    where: { id: importId, importedAt: null },
    select: { sha256: true, planId: true, grid: true, failure: true },
  });
  if (!run || run.grid !== null || run.failure !== '') return;
  const data = await readStoredGrid(ctx, run.sha256);
  await inTransaction(ctx.db, async (tx) => {
    await tx.figureImport.updateMany({ where: { id: importId, importedAt: null }, data });
    const who = { actorId: null, actorName: 'Golden Thread' };
    await liveRecord(tx, { planId: run.planId, ...who, entityType: 'FIGURE_IMPORT', entityId: importId });
  });
};
