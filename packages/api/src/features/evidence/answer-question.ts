import type { EvidenceAnswerInput, EvidenceQuestionRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { canAddEvidenceVersion } from '@gt/domain/authz';
import { QUESTION_MAX } from '@gt/domain/evidence';
import { checkText } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { tell } from '../../core/tell.ts';
import { loadEvidence } from './write-evidence.ts';

const QUESTION_SELECT = {
  id: true,
  evidenceId: true,
  askedById: true,
  answeredAt: true,
  redactedAt: true,
  version: true,
} as const;

/** Answers a verifier's question, once: whoever brought the item, or may bring a better version of it. */
export async function answerQuestion(
  ctx: Context,
  scope: Scope,
  { questionId, version, answer }: EvidenceAnswerInput,
): Promise<EvidenceQuestionRef> {
  const rule = { label: 'The answer', enter: 'Enter the answer', max: QUESTION_MAX };
  const problems = checkText('answer', answer, rule);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const question = await tx.evidenceQuestion.findUnique({
      where: { id: questionId },
      select: QUESTION_SELECT,
    });
    if (!question) throw notFound('question');
    const row = await loadEvidence(tx, scope, question.evidenceId, canAddEvidenceVersion);
    if (question.redactedAt !== null) throw new DomainError('RULE', 'This question was destroyed.');
    if (question.version !== version) throw await staleQuestion(tx, question);
    if (question.answeredAt !== null) throw new DomainError('RULE', 'This question was answered before.');
    const written = await tx.evidenceQuestion.updateMany({
      where: { id: questionId, version },
      data: { answer, answeredById: scope.userId, answeredAt: scope.now, version: { increment: 1 } },
    });
    if (written.count === 0) throw await staleQuestion(tx, question);
    await tell(tx, scope, {
      kind: 'EVIDENCE_ANSWERED',
      userIds: [question.askedById],
      planId: row.planId,
      actionId: null,
      sourceId: questionId,
    });
    await recordAudit(tx, scope, {
      action: 'evidence.answerQuestion',
      entityType: 'EVIDENCE',
      entityId: row.id,
      planId: row.planId,
      after: { answer },
    });
    return { id: questionId, version: version + 1 };
  });
}

/** Somebody else answered meanwhile: what they said is shown, and one's own words are kept. */
async function staleQuestion(tx: Tx, at: { id: string; evidenceId: string }): Promise<DomainError> {
  const now = await tx.evidenceQuestion.findUniqueOrThrow({
    where: { id: at.id },
    select: { version: true, answer: true },
  });
  return staleWrite(tx, 'EVIDENCE', at.evidenceId, now.version, { answer: now.answer });
}
