import type { EvidenceCheckInput, EvidenceRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { decideEvidence } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { refusedCheck } from './refused-check.ts';
import { tellOfReturn } from './tell-of-return.ts';
import { loadEvidenceForWrite, writeEvidence } from './write-evidence.ts';

/**
 * Accepts an item of evidence, or returns it with a reason. By record, not by role: nobody who uploaded it, changed
 * what it says, owns or reported on its actions. Throws CONFLICT when it changed since the verifier looked.
 */
export async function checkEvidence(
  ctx: Context,
  scope: Scope,
  input: EvidenceCheckInput,
): Promise<EvidenceRef> {
  const { evidenceId, versionNumber } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidenceForWrite(tx, scope, input);
    const latest = row.versions[0];
    const decided = decideEvidence({
      state: row.state,
      decision: input.decision,
      reason: input.reason,
      versionNumber,
      latestVersionNumber: latest?.number ?? 0,
      isGone: !latest || latest.redactedAt !== null,
      independence: row.facts.independence,
    });
    if (!decided.ok) throw await refusedCheck(tx, row, decided);
    const { state, reason } = decided;
    const written = await writeEvidence(tx, scope, row, { state });
    await tx.evidenceCheck.create({
      data: {
        evidenceId,
        versionNumber,
        decision: state,
        reason,
        checkedById: scope.userId,
        checkedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: state === 'ACCEPTED' ? 'evidence.accept' : 'evidence.return',
      entityType: 'EVIDENCE',
      entityId: evidenceId,
      planId: row.planId,
      before: { state: row.state },
      after: { state, versionNumber, ...(reason === '' ? {} : { reason }) },
    });
    if (state === 'RETURNED') {
      await tellOfReturn(tx, scope, { id: evidenceId, planId: row.planId, versionNumber });
    }
    return written;
  });
}
