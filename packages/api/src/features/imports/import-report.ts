import type { Readable } from 'node:stream';
import type { ReportDraft, ReportFailure } from '@gt/contracts/words';
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
 * Takes a published report: bytes first, row second. A file whose pages can be shown but not understood is opened to
 * be marked by hand; one that cannot be opened is refused with the sentence that says why and the way on, and leaves
 * nothing behind.
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
      if (result.ok) return { ok: true, value: result.draft };
      const unread = toMark(result);
      // Thrown, not refused: the store removes the temporary file and the sentence reaches the person unchanged.
      if (unread === null) throw new DomainError('RULE', result.message);
      return { ok: true, value: unread };
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

/** Everything is asked and nothing guessed of a report that only a person can read; null when no page can be shown. */
function toMark({ message, pageCount }: ReportFailure): ReportDraft | null {
  if (pageCount === null) return null;
  return {
    kind: 'OTHER',
    authority: null,
    authorityPrinted: null,
    inspectionDateText: null,
    startDate: null,
    endDate: null,
    leadInspector: null,
    publicationDate: null,
    letterDate: null,
    urn: null,
    inspectionType: null,
    frameworkKey: null,
    reportFormat: 'not known',
    pageCount,
    grades: [],
    improvementHeading: null,
    items: [],
    paragraphs: [],
    warnings: [{ code: 'NOT_READ', message, page: null, prose: null }],
  };
}

function refusal(reason: string, message: string): DomainError {
  if (reason === 'EMPTY') {
    return new DomainError('RULE', `The file is empty (0 bytes). Choose the report's PDF again. ${BY_HAND}`);
  }
  if (reason === 'TOO_LARGE') return new DomainError('TOO_LARGE', `${message} ${BY_HAND}`);
  return new DomainError(reason === 'DISK_FULL' ? 'UNAVAILABLE' : 'RULE', message);
}
