import type { Readable } from 'node:stream';
import type { ReportDraft } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { cleanFileName, fileExtension, formatBytes } from '@gt/storage';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { readUpload } from './read-upload.ts';

/** Largest inspection report taken, in bytes. */
export const REPORT_MAX_BYTES = 50 * 1024 * 1024;

const BY_HAND = 'You can also enter the recommendations by hand.';

/**
 * Takes a published report: bytes first, row second. A file that cannot be read as a report is refused with the
 * sentence that says why and the way on, and leaves nothing behind.
 */
export async function importReport(
  ctx: Context,
  scope: Scope,
  upload: { fileName: string; body: Readable; signal: AbortSignal },
): Promise<{ importId: string }> {
  const fileName = cleanFileName(upload.fileName);
  if (fileExtension(fileName) !== 'pdf') {
    throw new DomainError(
      'RULE',
      `“${fileName}” is not a PDF. Choose the report as a PDF of up to ${formatBytes(REPORT_MAX_BYTES)}. ${BY_HAND}`,
    );
  }
  const stored = await ctx.store.put<ReportDraft>(upload.body, {
    maxBytes: REPORT_MAX_BYTES,
    signal: upload.signal,
    accept: async (staged) => {
      const result = await readUpload(staged);
      // Thrown, not refused: the store removes the temporary file and the sentence reaches the person unchanged.
      if (!result.ok) throw new DomainError('RULE', result.message);
      return { ok: true, value: result.draft };
    },
  });
  if (!stored.ok) throw refusal(stored.reason, stored.message);
  const draft = stored.value;
  if (!draft) throw new Error('a stored report has no draft');
  const importId = newId();
  await inTransaction(ctx.db, async (tx) => {
    await tx.importRun.create({
      data: {
        id: importId,
        createdById: scope.userId,
        createdAt: scope.now,
        fileName,
        sha256: stored.sha256,
        size: BigInt(stored.size),
        draft: draft as object,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'import.read',
      entityType: 'IMPORT_RUN',
      entityId: importId,
      planId: null,
      after: { fileName, sha256: stored.sha256, size: stored.size, items: draft.items.length },
    });
  });
  return { importId };
}

function refusal(reason: string, message: string): DomainError {
  if (reason === 'EMPTY') {
    return new DomainError('RULE', `The file is empty (0 bytes). Choose the report's PDF again. ${BY_HAND}`);
  }
  if (reason === 'TOO_LARGE') return new DomainError('TOO_LARGE', `${message} ${BY_HAND}`);
  return new DomainError(reason === 'DISK_FULL' ? 'UNAVAILABLE' : 'RULE', message);
}
