import type { AskWithdrawInput, AskWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canWithdrawAsk } from '@gt/domain/authz';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { lockAsk } from './lock-ask.ts';

/** Takes back what was asked for, with the reason; it stays on record. Throws NOT_FOUND, NOT_ALLOWED, CONFLICT, RULE. */
export async function withdrawAsk(ctx: Context, scope: Scope, input: AskWithdrawInput): Promise<AskWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const ask = await lockAsk(tx, input.askId, input.version);
    const may = canWithdrawAsk(scope, ask);
    if (!may.ok) throw notAllowed(may.reason);
    const problems = checkReason('reason', input.reason, 'Enter why it is no longer asked for');
    if (problems.length > 0) throw invalid(problems);
    await tx.evidenceAsk.update({
      where: { id: ask.id },
      data: {
        state: 'WITHDRAWN',
        settledById: scope.userId,
        settledAt: scope.now,
        settledNote: input.reason,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'evidence.withdrawAsk',
      entityType: 'RECOMMENDATION',
      entityId: ask.recommendationId,
      planId: ask.planId,
      before: { askId: ask.id, state: 'OPEN' },
      after: { askId: ask.id, state: 'WITHDRAWN', post: ask.postTitle, reason: input.reason },
    });
    return { askId: ask.id, version: ask.version + 1 };
  });
}
