import type { ScreeningDecideInput, ScreeningRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { decideScreening as decide } from '@gt/domain/screening';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadScreeningForWrite, settleRefusal, writeScreening } from './load-screening.ts';
import { tellOfDecision } from './tell-of-screening.ts';

/**
 * A verifier allows what was found in a file, for the reason given, or refuses it. By record, not by role: never of
 * one's own evidence and never of one's own justification. Throws NOT_ALLOWED, RULE, INVALID and CONFLICT.
 */
export async function decideScreening(
  ctx: Context,
  scope: Scope,
  input: ScreeningDecideInput,
): Promise<ScreeningRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadScreeningForWrite(tx, scope, input);
    const { evidence } = row;
    const decided = decide({
      standing: row.standing,
      isNewest: evidence.isNewest,
      decision: input.decision,
      note: input.note,
      justifiedById: row.justifiedById,
      independence: evidence.facts.independence,
    });
    if (!decided.ok) throw settleRefusal(decided);
    const { decision, note } = decided;
    const { version } = await writeScreening(tx, row, {
      answer: decision,
      decisionNote: note,
      decidedById: scope.userId,
      decidedAt: scope.now,
    });
    await recordAudit(tx, scope, {
      action: decision === 'ALLOWED' ? 'screening.allow' : 'screening.refuse',
      entityType: 'EVIDENCE',
      entityId: evidence.id,
      planId: evidence.planId,
      after: { versionNumber: evidence.versionNumber, ...(note === '' ? {} : { note }) },
    });
    const { versionId } = input;
    await tellOfDecision(tx, scope, { versionId, planId: evidence.planId, justifiedById: row.justifiedById });
    return { versionId, standing: decision, version };
  });
}
