import type { EvidenceRef, EvidenceUnlinkInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { canLinkToRecommendation } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEvidenceForWrite, writeEvidence } from './write-evidence.ts';

/** Parts an item from one action or recommendation. Its last link stays: evidence of nothing is withdrawn instead. */
export async function unlinkEvidence(
  ctx: Context,
  scope: Scope,
  input: EvidenceUnlinkInput,
): Promise<EvidenceRef> {
  const { evidenceId, version, actionId, recommendationId } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidenceForWrite(tx, scope, { evidenceId, version });
    await assertMayPart(tx, scope, actionId);
    const removed = await tx.evidenceLink.deleteMany({ where: { evidenceId, actionId, recommendationId } });
    if (removed.count === 0) throw notFound('link');
    if ((await tx.evidenceLink.count({ where: { evidenceId } })) === 0) {
      throw new DomainError(
        'RULE',
        'This is the only place the evidence is linked to. Link it elsewhere first, or withdraw it.',
      );
    }
    const written = await writeEvidence(tx, scope, row, {});
    await recordAudit(tx, scope, {
      action: 'evidence.unlink',
      entityType: 'EVIDENCE',
      entityId: evidenceId,
      planId: row.planId,
      before: { links: [{ actionId, recommendationId }] },
    });
    return written;
  });
}

/** The right to add evidence to an action is the right to part from it, in the recycle bin or not. */
async function assertMayPart(tx: Tx, scope: Scope, actionId: string | null): Promise<void> {
  if (actionId === null) {
    const decision = canLinkToRecommendation(scope);
    if (!decision.ok) throw notAllowed(decision.reason);
    return;
  }
  const action = await tx.action.findUnique({ where: { id: actionId }, select: ACTION_ACCESS_SELECT });
  if (!action) throw notFound('action');
  assertOnAction(scope, 'evidence.upload', actionRecord(action));
}
