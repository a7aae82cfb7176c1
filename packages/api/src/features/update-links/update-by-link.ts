import { type ActionByLinkOut, updateByLinkInput, updateByLinkOutput } from '@gt/contracts/schemas';
import type { Rag } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { isOpenStatus } from '@gt/domain/action';
import { linkReaches } from '@gt/domain/authz';
import { correctedBySecond } from '@gt/domain/update';
import { actionRecord } from '../../core/action-access.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import { mintScope, type Scope } from '../../core/scope.ts';
import { findAction, refOf } from '../actions/write-action.ts';
import { secretDigest } from '../people/secret-link.ts';
import { writeUpdate } from '../updates/write-update.ts';
import { actionsByLink } from './actions-by-link.ts';
import { assertWorks, findLink, type WorkingLink } from './find-link.ts';

/**
 * Writes the update of somebody without an account, on the word of whoever made the link and named by the post that
 * they give. The same intent twice is one update; a further one before the next review takes the place of the first.
 * Answers the action as the link shows it. Throws NOT_FOUND and RULE for links and actions that are out of reach,
 * CONFLICT when the action has changed since it was shown: the words stay with whoever wrote them.
 */
export async function updateByLink(ctx: Context, body: unknown): Promise<{ action: ActionByLinkOut }> {
  const input = updateByLinkInput.parse(body);
  return inTransaction(ctx.db, async (tx) => {
    // What comes by one link is written one after the other, and nothing once it was revoked.
    await tx.$queryRaw`SELECT 1 AS "locked" FROM "update_link"
      WHERE "tokenDigest" = ${secretDigest(input.secret)} FOR NO KEY UPDATE`;
    const link = await findLink(tx, ctx, input.secret);
    assertWorks(link);
    const scope = scopeOf(link, ctx);
    const id = newId();
    const key = `${link.id}:${input.idempotencyKey}`;
    const earlier = await claimOnce(tx, scope, { key, operation: 'update.byLink', entityId: id });
    if (!earlier) await write(tx, scope, link, { id, ...input });
    const [action] = await actionsByLink(tx, link, input.actionId);
    if (!action) throw notFound('action');
    return updateByLinkOutput.parse({ action });
  });
}

type Input = ReturnType<typeof updateByLinkInput.parse> & { id: string };

async function write(tx: Tx, scope: Scope, link: WorkingLink, input: Input): Promise<void> {
  const action = await findAction(tx, input.actionId, 'live');
  if (!action || action.planId !== link.planId || !linkReaches(link, actionRecord(action))) {
    throw notFound('action');
  }
  if (!isOpenStatus(action.status)) {
    throw new DomainError(
      'RULE',
      `${refOf(action).reference} is finished by now and wants no update any more. If your words matter still, ask ${link.askWhom} where to send them.`,
    );
  }
  if (action.version !== input.version) throw changedMeanwhile();
  const latest = await tx.progressUpdate.findFirst({
    where: { actionId: action.id, linkId: link.id },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true, rag: true, percentComplete: true },
  });
  const correctsId = correctedBySecond(latest, link.lastReviewAt);
  const standing = correctsId === null ? null : latest;
  try {
    await writeUpdate(tx, scope, {
      id: input.id,
      action,
      words: wordsOf(input, {
        rag: standing?.rag ?? action.declaredRag,
        percentComplete: standing?.percentComplete ?? action.percentComplete,
      }),
      correctsId,
      onBehalfOfId: null,
      link: { id: link.id, writtenBy: input.writtenBy },
      mismatchReason: undefined,
    });
  } catch (error) {
    // The usual answer names who was sooner, and what they wrote.
    if (error instanceof DomainError && error.code === 'CONFLICT') throw changedMeanwhile();
    throw error;
  }
  await tx.updateLink.update({ where: { id: link.id }, data: { usedAt: scope.now }, select: { id: true } });
}

/**
 * Acts for whoever made the link, and is called by the agency: the name stays in the history for ever, so nothing that
 * was typed may stand in it.
 */
function scopeOf({ maker, team }: WorkingLink, ctx: Context): Scope {
  const { today, now, requestId } = ctx;
  return mintScope({ ...maker, userName: `${team}, by link` }, { today, now, requestId });
}

/** What is not said stays: as it is, or as the update says that this one puts right. */
function wordsOf(input: Input, stays: { rag: Rag; percentComplete: number }) {
  const { whatHappened, difference, inTheWay, next, ragReason, nothingChanged } = input;
  const { rag, percentComplete } = nothingChanged ? { rag: null, percentComplete: null } : input;
  return {
    whatHappened,
    difference,
    inTheWay,
    next,
    ragReason,
    nothingChanged,
    rag: rag ?? stays.rag,
    percentComplete: percentComplete ?? stays.percentComplete,
  };
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    'CONFLICT',
    'This action was changed while you were writing. Your words are kept: read what is asked now, then send them again.',
  );
}
