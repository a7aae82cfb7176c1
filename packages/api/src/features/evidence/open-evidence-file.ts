import { formatDate } from '@gt/contracts/words';
import { canDownloadEvidence, canReadEvidence } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import { DomainError, notAllowed, notFound } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { loadEvidenceFacts } from './evidence-facts.ts';

/** Sends one file of an item of evidence as an attachment, to whoever may open it. */
export async function openEvidenceFile(ctx: Context, scope: Scope, versionId: string): Promise<FileAnswer> {
  const row = await ctx.db.evidenceVersion.findFirst({
    where: { id: versionId, evidence: { deletedAt: null, plan: { deletedAt: null } } },
    select: { evidenceId: true, fileName: true, mediaType: true, sha256: true, redactedAt: true },
  });
  const facts = row && (await loadEvidenceFacts(ctx.db, scope, [row.evidenceId])).get(row.evidenceId);
  if (!facts || !canReadEvidence(scope, facts.record).ok) throw notFound('file');
  const decision = canDownloadEvidence(scope, facts.record);
  if (!decision.ok) throw notAllowed(decision.reason);
  if (row.redactedAt !== null) {
    const day = formatDate(toIsoDate(row.redactedAt));
    throw new DomainError(
      'RULE',
      `This file was destroyed on ${day} because it held what must not be here. Its bytes no longer exist.`,
    );
  }
  return storedFile(ctx, row);
}
