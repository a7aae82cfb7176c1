import type { EvidenceUploadInput, EvidenceUploadOut } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateEvidence } from '@gt/domain/evidence';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkLinks } from './check-links.ts';
import { earlierUpload, uploadAnswer } from './earlier-upload.ts';
import { insertEvidence } from './insert-evidence.ts';
import { type IncomingFile, receiveFile } from './receive-file.ts';

/**
 * Adds an item of evidence. Rights and words are decided before a byte is taken; then bytes first, row second, so
 * that no row is ever without its file. The same intent twice, at once or one after the other, gives one item and
 * equal answers.
 */
export async function uploadEvidence(
  ctx: Context,
  scope: Scope,
  { idempotencyKey, ...input }: EvidenceUploadInput & { idempotencyKey: string },
  incoming: IncomingFile,
): Promise<EvidenceUploadOut> {
  const problems = validateEvidence(input, scope.today);
  if (problems.length > 0) throw invalid(problems);
  const earlier = await earlierUpload(ctx.db, scope, idempotencyKey);
  if (earlier) return earlier;
  await checkLinks(ctx.db, scope, input);
  const file = await receiveFile(ctx, incoming);
  return inTransaction(ctx.db, async (tx) => {
    const ids = { evidenceId: newId(), versionId: newId() };
    const claimed = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'evidence.upload',
      entityId: ids.versionId,
    });
    if (claimed) return uploadAnswer(tx, claimed);
    // Again: an action may have gone, or changed hands, while the bytes were on their way.
    const links = await checkLinks(tx, scope, input);
    await insertEvidence(ctx, tx, scope, { ...ids, form: 'FILE', input, file, links });
    return uploadAnswer(tx, ids.versionId);
  });
}
