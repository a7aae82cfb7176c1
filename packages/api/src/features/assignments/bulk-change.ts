import type { BulkChange, BulkChangeInput, BulkOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { holds, type Permission } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { DomainError, notAllowed } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { lockManyForWrite } from '../actions/write-action.ts';
import { deciderOf } from './decider-of.ts';
import { eachOnce, writeEach } from './write-each.ts';

const RIGHTS: Record<BulkChange['kind'], Permission> = {
  ASSIGN: 'action.assign',
  DUE_DATE: 'action.setDueDate',
  STATUS: 'action.changeStatus',
  PRIORITY: 'action.edit',
  REVIEW_MARK: 'action.markForReview',
};

/**
 * One change for up to 500 actions in one request. Each action is decided on its own, by the rules of a single
 * change, and what may be written is written in one transaction; every action gets its line. The same intent twice
 * gives the same answer. Throws RULE for closing and reopening, which are never done in bulk.
 */
export async function bulkChange(ctx: Context, scope: Scope, input: BulkChangeInput): Promise<BulkOut> {
  const { change, idempotencyKey: key } = input;
  const right = RIGHTS[change.kind];
  if (!holds(scope.roles, right)) throw notAllowed('Your role does not include this.');
  refuseClosing(change);
  const items = eachOnce(input.items);
  return inTransaction(ctx.db, (tx) =>
    answerOnce(tx, scope, { key, operation: 'assignments.bulkChange' }, async () => {
      const rows = await lockManyForWrite(
        tx,
        items.map(({ actionId }) => actionId),
      );
      const { decide, after } = await deciderOf(tx, scope, change, rows);
      const results = await writeEach(tx, scope, { items, rows, permission: () => right, decide });
      await after?.(results.flatMap(({ actionId, changed }) => (changed ? [actionId] : [])));
      return { results, undoable: results.some(({ changed }) => changed) };
    }),
  );
}

function refuseClosing(change: BulkChange): void {
  if (change.kind !== 'STATUS') return;
  if (change.status === 'CLOSED') {
    throw new DomainError(
      'RULE',
      'Actions are not closed in bulk: a verifier closes each on its own evidence. Mark them complete, awaiting evidence check.',
    );
  }
  if (change.status === 'REOPENED') {
    throw new DomainError('RULE', 'Actions are not reopened in bulk. Open each, and say why it is reopened.');
  }
}

/** Runs the work once for a key; a repeat, also a parallel one, gets the answer that was given. */
async function answerOnce(
  tx: Tx,
  scope: Scope,
  intent: { key: string; operation: string },
  work: () => Promise<BulkOut>,
): Promise<BulkOut> {
  const where = { userId_key: { userId: scope.userId, key: intent.key } };
  if (await claimOnce(tx, scope, { ...intent, entityId: newId() })) {
    const prior = await tx.idempotencyKey.findUniqueOrThrow({ where, select: { answer: true } });
    return prior.answer as BulkOut;
  }
  const answer = await work();
  await tx.idempotencyKey.update({ where, data: { answer }, select: { key: true } });
  return answer;
}
