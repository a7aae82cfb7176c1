import { type EvidenceForm, formatDate } from '@gt/contracts/words';
import { canDownloadEvidence, canReadEvidence } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import { DomainError, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEvidenceFacts } from './evidence-facts.ts';

/** One version of an item, as far as its bytes are concerned. */
export type OpenableVersion = {
  evidenceId: string;
  form: EvidenceForm;
  fileName: string;
  mediaType: string;
  sha256: string;
  size: number;
};

/** A version that the person may open, read or preview; otherwise the refusal with its reason. */
export async function mayOpenVersion(
  ctx: Pick<Context, 'db'>,
  scope: Scope,
  versionId: string,
): Promise<OpenableVersion> {
  const row = await ctx.db.evidenceVersion.findFirst({
    where: { id: versionId, evidence: { deletedAt: null, plan: { deletedAt: null } } },
    select: {
      evidenceId: true,
      fileName: true,
      mediaType: true,
      sha256: true,
      size: true,
      redactedAt: true,
      evidence: { select: { form: true } },
    },
  });
  const facts = row && (await loadEvidenceFacts(ctx.db, scope, [row.evidenceId])).get(row.evidenceId);
  if (!facts || !canReadEvidence(scope, facts.record).ok) throw notFound('file');
  const decision = canDownloadEvidence(scope, facts.record);
  if (!decision.ok) throw notAllowed(decision.reason);
  const { redactedAt, evidence, size, ...version } = row;
  if (redactedAt !== null) {
    const day = formatDate(toIsoDate(redactedAt));
    throw new DomainError(
      'RULE',
      `This file was destroyed on ${day} because it held what must not be here. Its bytes no longer exist.`,
    );
  }
  return { ...version, size: Number(size), form: evidence.form };
}
