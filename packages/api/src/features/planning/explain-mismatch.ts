import type { ActionRef, MismatchExplainInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkMismatchReason } from '@gt/domain/rag';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadForWrite, writeAction } from '../actions/write-action.ts';
import { explanationOf, recordExplanation } from './explain-colours.ts';
import { presentColour } from './present-colour.ts';

/** Says why the declared colour differs from the calculated one. It holds as long as both colours stay. */
export async function explainMismatch(
  ctx: Context,
  scope: Scope,
  { mismatchReason, ...at }: MismatchExplainInput,
): Promise<ActionRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.report', at);
    const colour = await presentColour(tx, scope, row.id);
    if (!colour.mismatch.isMismatch) {
      const sentence = 'The declared and the calculated colour agree now, so there is nothing to explain.';
      throw new DomainError('RULE', sentence);
    }
    const problems = checkMismatchReason(colour.declared, colour.calculated, mismatchReason);
    if (problems.length > 0) throw invalid(problems);
    const written = await writeAction(tx, scope, row, explanationOf(scope, colour, mismatchReason));
    await recordExplanation(tx, scope, row, colour, mismatchReason);
    return written;
  });
}
