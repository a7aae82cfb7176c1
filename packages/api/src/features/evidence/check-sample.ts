import type { EvidenceCheckInput, EvidenceRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { decideSample } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { refusedCheck } from './refused-check.ts';
import { tellOfReturn } from './tell-of-return.ts';
import { loadEvidenceForWrite, writeEvidence } from './write-evidence.ts';

/**
 * A dip check: somebody else than whoever accepted an item looks at it once more. It upholds the check, or returns
 * the item with a reason, and the record says that a dip check found it.
 */
export async function checkSample(
  ctx: Context,
  scope: Scope,
  input: EvidenceCheckInput,
): Promise<EvidenceRef> {
  const { evidenceId, versionNumber, decision } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidenceForWrite(tx, scope, input);
    const latest = row.versions[0];
    const decided = decideSample({
      state: row.state,
      decision,
      reason: input.reason,
      versionNumber,
      latestVersionNumber: latest?.number ?? 0,
      isGone: !latest || latest.redactedAt !== null,
      independence: row.facts.independence,
      acceptedById: await whoAccepted(tx, evidenceId),
    });
    if (!decided.ok) throw await refusedCheck(tx, row, decided);
    const { reason } = decided;
    const written = await writeEvidence(tx, scope, row, { state: decision });
    await tx.evidenceCheck.create({
      data: {
        evidenceId,
        versionNumber,
        decision,
        reason,
        isSample: true,
        checkedById: scope.userId,
        checkedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: decision === 'ACCEPTED' ? 'evidence.upholdSample' : 'evidence.failSample',
      entityType: 'EVIDENCE',
      entityId: evidenceId,
      planId: row.planId,
      before: { state: row.state },
      after: { state: decision, versionNumber, ...(reason === '' ? {} : { reason }) },
    });
    if (decision === 'RETURNED')
      await tellOfReturn(tx, scope, { id: evidenceId, planId: row.planId, versionNumber });
    return written;
  });
}

/** Whoever's acceptance stands. A dip check that upheld it is a second pair of eyes, not the first. */
export async function whoAccepted(tx: Pick<Tx, 'evidenceCheck'>, evidenceId: string): Promise<string | null> {
  const check = await tx.evidenceCheck.findFirst({
    where: { evidenceId, decision: 'ACCEPTED', isSample: false },
    orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
    select: { checkedById: true },
  });
  return check?.checkedById ?? null;
}
