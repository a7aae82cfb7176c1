import type { UpdateCreateInput, UpdateCreateOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { isOwnAction } from '@gt/domain/authz';
import { actionRecord } from '../../core/action-access.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { type ActionForWrite, loadForWrite } from '../actions/write-action.ts';
import { getUpdate } from './updates.repository.ts';
import { writeUpdate } from './write-update.ts';

/** Posts an update of an action, as its own or on behalf of its owner. The same intent twice gives the same update. */
export async function createUpdate(
  ctx: Context,
  scope: Scope,
  input: UpdateCreateInput,
): Promise<UpdateCreateOut> {
  const { actionId, version, idempotencyKey, correctsId, mismatchReason, ...words } = input;
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'update.create',
      entityId: id,
    });
    if (earlier) return findCreated(tx, scope, actionId, earlier);
    const action = await loadForWrite(tx, scope, 'update.create', { actionId, version });
    const onBehalfOfId = await ownerSpokenFor(tx, scope, action);
    const written = await writeUpdate(tx, scope, {
      id,
      action,
      words,
      correctsId,
      onBehalfOfId,
      link: null,
      mismatchReason,
    });
    const update = await getUpdate(tx, scope, { actionId, updateId: id });
    return { update, action: { id: actionId, version: written.version } };
  });
}

/** The owner, when somebody else writes for them; null when the writer owns or supports the action. */
async function ownerSpokenFor(tx: Tx, scope: Scope, action: ActionForWrite): Promise<string | null> {
  if (isOwnAction(scope, actionRecord(action))) return null;
  if (action.ownerUserId !== null) return action.ownerUserId;
  if (action.ownerPostId === null) return null;
  const today = fromIsoDate(scope.today);
  const holding = await tx.postHolding.findFirst({
    where: {
      postId: action.ownerPostId,
      fromDate: { lte: today },
      OR: [{ toDate: null }, { toDate: { gte: today } }],
    },
    orderBy: [{ fromDate: 'desc' }, { id: 'desc' }],
    select: { userId: true },
  });
  return holding?.userId ?? null;
}

async function findCreated(
  tx: Tx,
  scope: Scope,
  actionId: string,
  updateId: string,
): Promise<UpdateCreateOut> {
  const written = await tx.progressUpdate.findFirst({
    where: { id: updateId, actionId, authorId: scope.userId },
    select: { action: { select: { version: true } } },
  });
  if (!written) {
    throw new DomainError('RULE', 'This was sent before as something else. Reload the page and try again.');
  }
  const update = await getUpdate(tx, scope, { actionId, updateId });
  return { update, action: { id: actionId, version: written.action.version } };
}
