import type { ClosureWritten, SustainCheckInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { decideSustainCheck } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadClosing } from './load-closing.ts';
import { lockCheck } from './lock-check.ts';
import { endClosing } from './reopen-recommendation.ts';

/**
 * Records whether a closed recommendation lasts. When it did not, the recommendation is open again from that moment.
 * Throws NOT_FOUND, CONFLICT, RULE, INVALID.
 */
export async function makeCheck(
  ctx: Context,
  scope: Scope,
  { checkId, version, outcome, note, evidenceIds }: SustainCheckInput,
): Promise<ClosureWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const { check, recommendation } = await lockCheck(tx, checkId, version);
    const { facts, proof } = await loadClosing(tx, scope, recommendation.id);
    const named = proof.filter(({ id }) => evidenceIds.includes(id));
    const decision = decideSustainCheck(
      {
        state: check.state,
        dueDate: check.dueDate,
        isEnded: check.reopenedAt !== null,
        outcome,
        note,
        proof: named.length,
        userId: scope.userId,
        leadHolderIds: facts.leadHolderIds,
      },
      scope.today,
    );
    if (!decision.ok) {
      if (decision.code === 'INVALID') throw invalid(decision.problems);
      throw new DomainError('RULE', decision.problems[0]?.message ?? '');
    }
    await tx.sustainCheck.update({
      where: { id: checkId },
      data: {
        state: outcome,
        note,
        evidenceIds: named.map(({ id }) => id),
        checkedById: scope.userId,
        checkedAt: scope.now,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    if (decision.reopens) await endClosing(tx, scope, recommendation, note);
    await recordAudit(tx, scope, {
      action: 'recommendation.check',
      entityType: 'RECOMMENDATION',
      entityId: recommendation.id,
      planId: recommendation.planId,
      before: { checkId, months: check.months, state: check.state, status: recommendation.status },
      after: {
        checkId,
        months: check.months,
        state: outcome,
        note,
        evidence: named.map(({ reference }) => reference),
        status: decision.reopens ? 'REOPENED' : recommendation.status,
      },
    });
    return {
      recommendationId: recommendation.id,
      status: decision.reopens ? 'REOPENED' : recommendation.status,
    };
  });
}
