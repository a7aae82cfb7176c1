import type { EvidenceRef, EvidenceWithdrawInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canEditEvidence } from '@gt/domain/authz';
import { withdrawEvidence as decideWithdrawal } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEvidenceForWrite, writeEvidence } from './write-evidence.ts';

/** Withdraws an item that should not have been offered as proof. It stays on record with the reason. */
export async function withdrawEvidence(
  ctx: Context,
  scope: Scope,
  input: EvidenceWithdrawInput,
): Promise<EvidenceRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidenceForWrite(tx, scope, input, canEditEvidence);
    const decided = decideWithdrawal({ state: row.state, reason: input.reason });
    if (!decided.ok) {
      const [first] = decided.problems;
      if (first?.field === 'state') throw new DomainError('RULE', `${first.message}.`);
      throw invalid(decided.problems);
    }
    const written = await writeEvidence(tx, scope, row, { state: 'WITHDRAWN' });
    await recordAudit(tx, scope, {
      action: 'evidence.withdraw',
      entityType: 'EVIDENCE',
      entityId: row.id,
      planId: row.planId,
      before: { state: row.state },
      after: { state: 'WITHDRAWN', reason: decided.reason },
    });
    return written;
  });
}
