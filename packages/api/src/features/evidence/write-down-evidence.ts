import type { EvidenceUploadOut, EvidenceWriteInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { validateEvidence, validateEvidenceContent } from '@gt/domain/evidence';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkLinks } from './check-links.ts';
import { earlierUpload, uploadAnswer } from './earlier-upload.ts';
import { insertEvidence } from './insert-evidence.ts';
import { storeContent } from './store-content.ts';

/** Adds an item of evidence that is no file: a note, or a link to where it is kept. Bytes first, row second. */
export async function writeDownEvidence(
  ctx: Context,
  scope: Scope,
  { idempotencyKey, form, content, ...input }: EvidenceWriteInput,
): Promise<EvidenceUploadOut> {
  const problems = [...validateEvidence(input, scope.today), ...validateEvidenceContent(form, content)];
  if (problems.length > 0) throw invalid(problems);
  const earlier = await earlierUpload(ctx.db, scope, idempotencyKey);
  if (earlier) return earlier;
  await checkLinks(ctx.db, scope, input);
  const file = await storeContent(ctx, form, content);
  return inTransaction(ctx.db, async (tx) => {
    const ids = { evidenceId: newId(), versionId: newId() };
    const claimed = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'evidence.write',
      entityId: ids.versionId,
    });
    if (claimed) return uploadAnswer(tx, claimed);
    const links = await checkLinks(tx, scope, input);
    await insertEvidence(ctx, tx, scope, { ...ids, form, input, file, links });
    return uploadAnswer(tx, ids.versionId);
  });
}
