import { RAG_LABELS } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { checkMismatchReason, mismatchWords } from '@gt/domain/rag';
import { recordAudit } from '../../core/audit.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type PresentColour, presentColour } from './present-colour.ts';

/**
 * After a colour was declared, in the same transaction: keeps why it differs from the rule, for this pair of colours
 * alone. Throws INVALID at `mismatchReason` when the two differ and nothing, or too little, is said. `mismatchReason`
 * undefined: whoever called did not ask, so an unexplained difference waits in the list of challenges.
 */
export async function explainColours(
  tx: Tx,
  scope: Scope,
  action: { id: string; planId: string },
  said: { mismatchReason: string | undefined; ragReason: string },
): Promise<void> {
  const colour = await presentColour(tx, scope, action.id);
  if (!colour.mismatch.isMismatch) return;
  const reason = mismatchWords(colour.mismatch, { ...said, mismatchReason: said.mismatchReason ?? '' });
  if (reason === '' && said.mismatchReason === undefined) return;
  const problems = checkMismatchReason(colour.declared, colour.calculated, reason);
  if (problems.length > 0) throw invalid(problems);
  await tx.action.updateMany({ where: { id: action.id }, data: explanationOf(scope, colour, reason) });
  // The reason for the colour stands in the history already.
  if (said.mismatchReason) await recordExplanation(tx, scope, action, colour, reason);
}

/** The columns that keep an explanation, and of which pair of colours it was said. */
export function explanationOf(scope: Scope, { declared, calculated }: PresentColour, reason: string) {
  return {
    mismatchReason: reason,
    mismatchDeclared: declared,
    mismatchCalculated: calculated.rag,
    mismatchExplainedAt: scope.now,
  };
}

export async function recordExplanation(
  tx: Tx,
  scope: Scope,
  action: { id: string; planId: string },
  { declared, calculated }: PresentColour,
  mismatchReason: string,
): Promise<void> {
  const colours = `declared ${RAG_LABELS[declared]}, calculated ${RAG_LABELS[calculated.rag]}`;
  await recordAudit(tx, scope, {
    action: 'action.explainMismatch',
    entityType: 'ACTION',
    entityId: action.id,
    planId: action.planId,
    after: { colours, mismatchReason },
  });
}
