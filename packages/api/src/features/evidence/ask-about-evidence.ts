import type { EvidenceAskInput, EvidenceQuestionRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canCheckEvidence, QUESTION_MAX } from '@gt/domain/evidence';
import { checkText } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid, notAllowed } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { whoAnswers } from './who-answers.ts';
import { assertNotWithdrawn, loadEvidence } from './write-evidence.ts';

/**
 * Asks whoever brought an item, or answers for its action, what it leaves open, before it is accepted or returned: as independent as the check
 * itself. The state of the item stays. The same intent twice gives one question.
 */
export async function askAboutEvidence(
  ctx: Context,
  scope: Scope,
  { evidenceId, text, idempotencyKey }: EvidenceAskInput,
): Promise<EvidenceQuestionRef> {
  const rule = { label: 'The question', enter: 'Enter what you want to know', max: QUESTION_MAX };
  const problems = checkText('text', text, rule);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidence(tx, scope, evidenceId);
    assertNotWithdrawn(row);
    const independent = canCheckEvidence(row.facts.independence);
    if (!independent.ok) throw notAllowed(independent.sentence);
    const id = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'evidence.askQuestion',
      entityId: id,
    });
    if (earlier) return { id: earlier, version: 1 };
    await tx.evidenceQuestion.create({
      data: { id, evidenceId, text, askedById: scope.userId, askedAt: scope.now },
      select: { id: true },
    });
    await tell(tx, scope, {
      kind: 'EVIDENCE_QUESTIONED',
      userIds: await whoAnswers(tx, scope.today, evidenceId),
      planId: row.planId,
      actionId: null,
      sourceId: id,
    });
    await recordAudit(tx, scope, {
      action: 'evidence.askQuestion',
      entityType: 'EVIDENCE',
      entityId: evidenceId,
      planId: row.planId,
      after: { question: text },
    });
    return { id, version: 1 };
  });
}
