import type { EvidenceUploadOut } from '@gt/contracts/schemas';
import { canAddEvidenceVersion } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { earlierUpload } from './earlier-upload.ts';
import { keepVersion, nextState } from './keep-version.ts';
import { type IncomingFile, receiveFile } from './receive-file.ts';
import { loadEvidence } from './write-evidence.ts';

/**
 * Adds a newer file to an item of evidence, which then waits for a check again. Bytes first, row second; the same
 * intent twice gives one version. Throws CONFLICT when the item changed since it was read.
 */
export async function addVersion(
  ctx: Context,
  scope: Scope,
  input: { evidenceId: string; version: number; idempotencyKey: string },
  incoming: IncomingFile,
): Promise<EvidenceUploadOut> {
  const earlier = await earlierUpload(ctx.db, scope, input.idempotencyKey);
  if (earlier) return earlier;
  const row = await loadEvidence(ctx.db, scope, input.evidenceId, canAddEvidenceVersion);
  nextState(row);
  if (row.form !== 'FILE') {
    const what = row.form === 'NOTE' ? 'a note' : 'a link';
    throw new DomainError('RULE', `This evidence is ${what}, not a file. Add the file as a new item.`);
  }
  const file = await receiveFile(ctx, incoming);
  return keepVersion(ctx, scope, input, { operation: 'evidence.addVersion', file });
}
