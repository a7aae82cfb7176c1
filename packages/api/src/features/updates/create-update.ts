import type { UpdateCreateInput, UpdateCreateOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { declareRag } from '@gt/domain/action';
import { isOwnAction } from '@gt/domain/authz';
import { validateUpdate } from '@gt/domain/update';
import { actionRecord } from '../../core/action-access.ts';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { type ActionForWrite, loadForWrite, writeAction } from '../actions/write-action.ts';
import { explainColours } from '../planning/explain-colours.ts';
import { getUpdate } from './updates.repository.ts';

/**
 * Posts a dated update, never changed afterwards, and sets the action's rating, percent and last update by it; the
 * first update of an action begins it. The same intent twice gives the same update.
 */
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
    const problems = validateUpdate(words, action);
    if (problems.length > 0) throw invalid(problems);
    if (correctsId !== null) await requireUpdateOf(tx, actionId, correctsId);
    const onBehalfOfId = await ownerSpokenFor(tx, scope, action);
    const text = { ...words, ragReason: words.ragReason.trim() };
    await tx.progressUpdate.create({
      data: { id, actionId, authorId: scope.userId, onBehalfOfId, ...text, correctsId, createdAt: scope.now },
      select: { id: true },
    });
    const written = await writeAction(tx, scope, action, effectOn(action, scope, text));
    await recordAudit(tx, scope, {
      action: 'update.create',
      entityType: 'PROGRESS_UPDATE',
      entityId: id,
      planId: action.planId,
      before: {
        declaredRag: action.declaredRag,
        percentComplete: action.percentComplete,
        status: action.status,
      },
      after: {
        actionId,
        onBehalfOfId,
        correctsId,
        ...text,
        declaredRag: text.rag,
        status: statusAfter(action),
      },
    });
    await explainColours(tx, scope, action, { mismatchReason, ragReason: text.ragReason });
    const update = await getUpdate(tx, scope, { actionId, updateId: id });
    return { update, action: { id: actionId, version: written.version } };
  });
}

function statusAfter(action: ActionForWrite) {
  return action.status === 'NOT_STARTED' ? ('IN_PROGRESS' as const) : action.status;
}

function effectOn(
  action: ActionForWrite,
  scope: Scope,
  text: Pick<UpdateCreateInput, 'rag' | 'ragReason' | 'percentComplete'>,
) {
  const rating = declareRag({
    rag: text.rag,
    ragReason: text.ragReason,
    previous: action.declaredRag,
    status: action.status,
  });
  const status = statusAfter(action);
  return {
    declaredRag: text.rag,
    ragReason: text.ragReason,
    // Weeks at a colour count from the day it turned, not from the last time it was said again.
    ...(rating.ok && rating.changed ? { ragDeclaredAt: scope.now } : {}),
    percentComplete: text.percentComplete,
    lastUpdateAt: scope.now,
    ...(status === action.status ? {} : { status, statusChangedAt: scope.now }),
  };
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

async function requireUpdateOf(tx: Tx, actionId: string, updateId: string): Promise<void> {
  const found = await tx.progressUpdate.findFirst({
    where: { id: updateId, actionId },
    select: { id: true },
  });
  if (!found) {
    throw invalid([
      { field: 'correctsId', message: 'The update to be corrected is not one of this action.' },
    ]);
  }
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
