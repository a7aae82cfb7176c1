import type { Readable } from 'node:stream';
import { readWorkbookStream, WORKBOOK_MAX_BYTES } from '@gt/intake';
import { cleanFileName, fileExtension, formatBytes } from '@gt/storage';
import type { Context } from './context.ts';
import { DomainError, notFound } from './domain-error.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

export type GridUpload = {
  planId: string;
  fileName: string;
  idempotencyKey: string;
  body: Readable;
  signal: AbortSignal;
};

/**
 * Stores a workbook, a file of separated cells or a pasted table for a plan, as it came. Throws NOT_FOUND for a plan
 * that is gone, and RULE, TOO_LARGE or UNAVAILABLE with what to do for a file that cannot be taken.
 */
export async function storeGridFile(
  ctx: Context,
  upload: GridUpload,
): Promise<{ planId: string; fileName: string; mediaType: string; sha256: string; size: number }> {
  const fileName = cleanFileName(upload.fileName);
  const mediaType = MEDIA_TYPES[fileExtension(fileName)];
  const limit = formatBytes(WORKBOOK_MAX_BYTES);
  if (!mediaType) {
    throw new DomainError(
      'RULE',
      `“${fileName}” is no workbook that can be read. Choose an Excel workbook (.xlsx) or a text file of separated cells (.csv) of up to ${limit}.`,
    );
  }
  const plan = await ctx.db.plan.findFirst({
    where: { id: upload.planId, deletedAt: null },
    select: { id: true },
  });
  if (!plan) throw notFound('plan');
  const stored = await ctx.store.put(upload.body, { maxBytes: WORKBOOK_MAX_BYTES, signal: upload.signal });
  if (!stored.ok) {
    const code =
      stored.reason === 'TOO_LARGE' ? 'TOO_LARGE' : stored.reason === 'DISK_FULL' ? 'UNAVAILABLE' : 'RULE';
    throw new DomainError(
      code,
      stored.reason === 'EMPTY' ? 'The file is empty (0 bytes). Choose the workbook again.' : stored.message,
    );
  }
  return { planId: plan.id, fileName, mediaType, sha256: stored.sha256, size: stored.size };
}

/** The sheets of a stored file, read in the watched child, as the columns that keep them; or why it cannot be read. */
export async function readStoredGrid(
  ctx: Context,
  sha256: string,
): Promise<{ grid: object } | { failure: string }> {
  const result = await readWorkbookStream(async () => {
    const stream = await ctx.store.open(sha256);
    if (!stream) throw new Error('a stored workbook is not in the store');
    return stream;
  });
  return result.ok ? { grid: result.grid as object } : { failure: result.message };
}
