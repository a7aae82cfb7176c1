import type { ScreeningJustifyInput, ScreeningRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canAddEvidenceVersion } from '@gt/domain/authz';
import { justifyScreening as decideJustification } from '@gt/domain/screening';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadScreeningForWrite, settleRefusal, writeScreening } from './load-screening.ts';

/**
 * Says why a file may stay as it is although something was found in it, or although it could not be screened. It then
 * waits for a verifier. By whoever may replace the file. Throws RULE, INVALID and CONFLICT.
 */
export async function justifyScreening(
  ctx: Context,
  scope: Scope,
  input: ScreeningJustifyInput,
): Promise<ScreeningRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadScreeningForWrite(tx, scope, input, canAddEvidenceVersion);
    const { evidence, standing } = row;
    const decided = decideJustification({
      standing,
      isNewest: evidence.isNewest,
      justification: input.justification,
    });
    if (!decided.ok) throw settleRefusal(decided);
    const { justification } = decided;
    const { version } = await writeScreening(tx, row, {
      answer: 'JUSTIFIED',
      justification,
      justifiedById: scope.userId,
      justifiedAt: scope.now,
      decisionNote: '',
      decidedById: null,
      decidedAt: null,
    });
    await recordAudit(tx, scope, {
      action: 'screening.justify',
      entityType: 'EVIDENCE',
      entityId: evidence.id,
      planId: evidence.planId,
      before: { justification: row.justification },
      after: { justification, versionNumber: evidence.versionNumber },
    });
    return { versionId: input.versionId, standing: 'JUSTIFIED', version };
  });
}
