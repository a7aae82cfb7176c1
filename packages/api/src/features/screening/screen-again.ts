import { inTransaction } from '@gt/db';
import { canAddEvidenceVersion } from '@gt/domain/authz';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEvidenceOfVersion } from './load-screening.ts';

/** Has a file looked through once more: one that took too long on a busy server may be read at a quiet moment. */
export async function screenAgain(
  ctx: Context,
  scope: Scope,
  { versionId }: { versionId: string },
): Promise<{ versionId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const evidence = await loadEvidenceOfVersion(tx, scope, versionId, canAddEvidenceVersion);
    await ctx.jobs.enqueue(tx, 'evidence.screen', { versionId, again: 'true' }, { singletonKey: versionId });
    await recordAudit(tx, scope, {
      action: 'screening.again',
      entityType: 'EVIDENCE',
      entityId: evidence.id,
      planId: evidence.planId,
      after: { versionNumber: evidence.versionNumber },
    });
    return { versionId };
  });
}
