import type { CloseRecommendationInput, ClosureWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { sufficiencyWords } from '@gt/domain/evidence';
import { closingBlocks, sustainDates, validateClosing } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadClosing } from './load-closing.ts';
import { lockRecommendation, writeStatus } from './write-status.ts';

/**
 * Closes a recommendation on its full evidence test and the four answers, and sets the days on which it is looked at
 * whether it lasts. The answer of the test as it is now stays with it. Throws NOT_FOUND, CONFLICT, RULE with everything
 * that stands in the way, INVALID.
 */
export async function closeRecommendation(
  ctx: Context,
  scope: Scope,
  input: CloseRecommendationInput,
): Promise<ClosureWritten> {
  const { recommendationId, version, idempotencyKey, ...answers } = input;
  const problems = validateClosing(answers);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const closureId = newId();
    const intent = { key: idempotencyKey, operation: 'recommendation.close', entityId: closureId };
    if (await claimOnce(tx, scope, intent)) return { recommendationId, status: 'CLOSED' };
    const before = await lockRecommendation(tx, recommendationId, version);
    const { facts, proof, sufficiency } = await loadClosing(tx, scope, recommendationId);
    const blocks = closingBlocks(facts);
    if (blocks.length > 0) throw new DomainError('RULE', blocks.map(({ sentence }) => sentence).join(' '));
    const evidence = {
      state: sufficiency.state,
      words: sufficiencyWords(sufficiency),
      references: proof.map(({ reference }) => reference),
    };
    const checks = sustainDates(scope.today);
    await tx.recommendationClosure.create({
      data: {
        id: closureId,
        recommendationId,
        ...answers,
        evidence,
        closedById: scope.userId,
        closedAt: scope.now,
        checks: { create: checks.map(({ months, dueDate }) => ({ months, dueDate: fromIsoDate(dueDate) })) },
      },
      select: { id: true },
    });
    await writeStatus(tx, scope, before, 'CLOSED');
    await recordAudit(tx, scope, {
      action: 'recommendation.close',
      entityType: 'RECOMMENDATION',
      entityId: recommendationId,
      planId: before.planId,
      before: { status: before.status },
      after: { status: 'CLOSED', closureId, ...answers, evidence, checks },
    });
    return { recommendationId, status: 'CLOSED' };
  });
}
