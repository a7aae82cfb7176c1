import type { ActionDeclareRagInput, ActionRef } from '@gt/contracts/schemas';
import type { Rag } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { declareRag as decideRag } from '@gt/domain/action';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { explainColours } from '../planning/explain-colours.ts';
import { actionValues, loadForWrite, refOf, writeAction } from './write-action.ts';

/** Declares Red, Amber or Green with a reason, outside an update; and why it differs from the rule, where asked. */
export async function declareRag(
  ctx: Context,
  scope: Scope,
  input: ActionDeclareRagInput,
): Promise<ActionRef> {
  return inTransaction(ctx.db, (tx) =>
    declareRagIn(tx, scope, { ...input, ragReason: () => input.ragReason }),
  );
}

/** A declaration whose reason follows from the colour and the reason that stand. */
export type RagDeclaration = Omit<ActionDeclareRagInput, 'ragReason'> & {
  ragReason(previous: { rag: Rag; ragReason: string }): string;
};

/** As `declareRag`, in the caller's transaction. */
export async function declareRagIn(tx: Tx, scope: Scope, input: RagDeclaration): Promise<ActionRef> {
  const row = await loadForWrite(tx, scope, 'update.create', input);
  const decision = decideRag({
    rag: input.declaredRag,
    ragReason: input.ragReason({ rag: row.declaredRag, ragReason: row.ragReason }),
    previous: row.declaredRag,
    status: row.status,
  });
  if (!decision.ok) {
    throw invalid(
      decision.problems.map((problem) =>
        problem.field === 'rag' ? { ...problem, field: 'declaredRag' } : problem,
      ),
    );
  }
  const { declaredRag, ragReason, changed } = decision;
  const changes = changedFields(actionValues(row), { declaredRag, ragReason });
  if (Object.keys(changes.after).length === 0 && !input.mismatchReason) return refOf(row);
  const written = await writeAction(tx, scope, row, {
    declaredRag,
    ragReason,
    // Weeks at a colour count from the day it turned, not from the last time it was said again.
    ...(changed ? { ragDeclaredAt: scope.now } : {}),
  });
  await recordAudit(tx, scope, {
    action: 'action.declareRag',
    entityType: 'ACTION',
    entityId: row.id,
    planId: row.planId,
    ...changes,
  });
  await explainColours(tx, scope, row, { mismatchReason: input.mismatchReason, ragReason });
  return written;
}
