import type { EvidenceRewriteInput, EvidenceUploadOut } from '@gt/contracts/schemas';
import { canAddEvidenceVersion } from '@gt/domain/authz';
import { validateEvidenceContent } from '@gt/domain/evidence';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { earlierUpload } from './earlier-upload.ts';
import { keepVersion, nextState } from './keep-version.ts';
import { storeContent } from './store-content.ts';
import { loadEvidence } from './write-evidence.ts';

/** Gives a note other words, or a link another address: as a version of its own, the earlier ones stay. */
export async function rewriteEvidence(
  ctx: Context,
  scope: Scope,
  { content, ...input }: EvidenceRewriteInput,
): Promise<EvidenceUploadOut> {
  const earlier = await earlierUpload(ctx.db, scope, input.idempotencyKey);
  if (earlier) return earlier;
  const row = await loadEvidence(ctx.db, scope, input.evidenceId, canAddEvidenceVersion);
  nextState(row);
  const { form } = row;
  if (form === 'FILE') {
    throw new DomainError('RULE', 'This evidence is a file. Upload a new version of it instead.');
  }
  const problems = validateEvidenceContent(form, content);
  if (problems.length > 0) throw invalid(problems);
  const file = await storeContent(ctx, form, content);
  return keepVersion(ctx, scope, input, { operation: 'evidence.rewrite', file });
}
