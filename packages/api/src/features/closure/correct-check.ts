import type { ClosureWritten, CorrectCheckInput } from '@gt/contracts/schemas';
import type { RecommendationStatus } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type CheckForWrite, lockCheck } from './lock-check.ts';
import { type RecommendationForWrite, writeStatus } from './write-status.ts';

/**
 * Puts a check right that was made by mistake: it waits again, and a recommendation that it opened is closed as it was.
 * What was said stays in the history, with the reason. Throws NOT_FOUND, CONFLICT, RULE, INVALID.
 */
export async function correctCheck(
  ctx: Context,
  scope: Scope,
  { checkId, version, reason }: CorrectCheckInput,
): Promise<ClosureWritten> {
  const problems = checkReason('reason', reason, 'Enter why the check is put right');
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const { check, recommendation } = await lockCheck(tx, checkId, version);
    assertCanCorrect(check);
    const status = await takeBack(tx, scope, check, recommendation);
    await recordAudit(tx, scope, {
      action: 'recommendation.correctCheck',
      entityType: 'RECOMMENDATION',
      entityId: recommendation.id,
      planId: recommendation.planId,
      before: {
        checkId,
        months: check.months,
        state: check.state,
        note: check.note,
        status: recommendation.status,
      },
      after: { checkId, months: check.months, state: 'WAITING', status, reason },
    });
    return { recommendationId: recommendation.id, status };
  });
}

/** Whether this very check opened the recommendation: both carry the same instant. */
function hasOpened({ state, checkedAt, reopenedAt }: CheckForWrite): boolean {
  return state === 'NOT_SUSTAINED' && checkedAt !== null && checkedAt.getTime() === reopenedAt?.getTime();
}

function assertCanCorrect(check: CheckForWrite): void {
  if (check.state === 'WAITING') throw new DomainError('RULE', 'This check has not been made yet.');
  if (check.reopenedAt === null) return;
  if (!hasOpened(check) || !check.isNewest) {
    throw new DomainError(
      'RULE',
      'The closing that this check belongs to has ended since, so there is nothing to put right.',
    );
  }
}

async function takeBack(
  tx: Tx,
  scope: Scope,
  check: CheckForWrite,
  recommendation: RecommendationForWrite,
): Promise<RecommendationStatus> {
  const waiting = {
    state: 'WAITING' as const,
    note: '',
    evidenceIds: [],
    checkedById: null,
    checkedAt: null,
  };
  await tx.sustainCheck.update({
    where: { id: check.id },
    data: { ...waiting, version: { increment: 1 } },
    select: { id: true },
  });
  if (!hasOpened(check)) return recommendation.status;
  await tx.recommendationClosure.update({
    where: { id: check.closureId },
    data: { reopenedById: null, reopenedAt: null, reopenedReason: '', version: { increment: 1 } },
    select: { id: true },
  });
  await writeStatus(tx, scope, recommendation, 'CLOSED', check.closedAt);
  return 'CLOSED';
}
