import type { AskAnswerInput, AskWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { canAnswerAsk, canReadEvidence } from '@gt/domain/authz';
import { evidenceReference } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { loadEvidenceFacts } from '../evidence/evidence-facts.ts';
import { type AskForWrite, lockAsk } from './lock-ask.ts';

/**
 * Answers an ask with the evidence that was brought; whoever asked hears of it. Whether the evidence will do is the
 * verifier's to say. Throws NOT_FOUND, NOT_ALLOWED, CONFLICT, RULE, INVALID.
 */
export async function answerAsk(ctx: Context, scope: Scope, input: AskAnswerInput): Promise<AskWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const ask = await lockAsk(tx, input.askId, input.version);
    const may = canAnswerAsk(scope, ask);
    if (!may.ok) throw notAllowed(may.reason);
    const reference = await loadBrought(tx, scope, ask, input.evidenceId);
    await tx.evidenceAsk.update({
      where: { id: ask.id },
      data: {
        state: 'DONE',
        evidenceId: input.evidenceId,
        settledById: scope.userId,
        settledAt: scope.now,
        settledNote: input.note,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'evidence.answerAsk',
      entityType: 'RECOMMENDATION',
      entityId: ask.recommendationId,
      planId: ask.planId,
      before: { askId: ask.id, state: 'OPEN' },
      after: { askId: ask.id, state: 'DONE', post: ask.postTitle, evidence: reference, note: input.note },
    });
    await tell(tx, scope, {
      kind: 'ASK_ANSWERED',
      planId: ask.planId,
      actionId: ask.actionId,
      sourceId: ask.id,
      userIds: [ask.askedById],
    });
    return { askId: ask.id, version: ask.version + 1 };
  });
}

/** The evidence must stand under what was asked about, and be the person's to see. */
async function loadBrought(tx: Tx, scope: Scope, ask: AskForWrite, evidenceId: string): Promise<string> {
  const row = await tx.evidence.findFirst({
    where: {
      id: evidenceId,
      deletedAt: null,
      redactedAt: null,
      supersededById: null,
      OR: [
        { state: 'SUBMITTED' },
        { state: 'ACCEPTED', validUntil: null },
        { state: 'ACCEPTED', validUntil: { gte: fromIsoDate(scope.today) } },
      ],
      links: {
        some: {
          recommendationId: ask.recommendationId,
          ...(ask.actionId === null ? {} : { OR: [{ actionId: ask.actionId }, { actionId: null }] }),
        },
      },
    },
    select: { number: true },
  });
  const facts = (await loadEvidenceFacts(tx, scope, [evidenceId])).get(evidenceId);
  if (!row || !facts || !canReadEvidence(scope, facts.record).ok) {
    const message =
      'Choose evidence of what was asked about, that waits for its check or was accepted and still holds.';
    throw invalid([{ field: 'evidenceId', message }]);
  }
  return evidenceReference(row.number);
}
