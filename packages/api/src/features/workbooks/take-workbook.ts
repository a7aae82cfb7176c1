import type { Readable } from 'node:stream';
import { NO_WORKBOOK_CHOICES } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { WORKBOOK_MAX_BYTES } from '@gt/intake';
import { cleanFileName, fileExtension, formatBytes } from '@gt/storage';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

type Upload = {
  planId: string;
  fileName: string;
  idempotencyKey: string;
  body: Readable;
  signal: AbortSignal;
};

/**
 * Takes a workbook or a pasted table for a plan: bytes first, row second, and a job that reads it. The bytes stay as
 * they came, as evidence of the import. The same intent twice takes one.
 */
export async function takeWorkbook(
  ctx: Context,
  scope: Scope,
  upload: Upload,
): Promise<{ workbookId: string }> {
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
  const workbookId = newId();
  return inTransaction(ctx.db, async (tx) => {
    const intent = { key: upload.idempotencyKey, operation: 'workbook.take', entityId: workbookId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { workbookId: earlier };
    const { sha256, size } = stored;
    await tx.workbookImport.create({
      data: {
        id: workbookId,
        planId: plan.id,
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
      planId: plan.id,
      after: { fileName, sha256, size },
    });
    await ctx.jobs.enqueue(tx, 'workbook.read', { workbookId });
    return { workbookId };
  });
}
