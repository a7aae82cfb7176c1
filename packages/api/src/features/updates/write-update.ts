import type { Rag } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { declareRag } from '@gt/domain/action';
import { sameAsLast, validateUpdate } from '@gt/domain/update';
import { recordAudit } from '../../core/audit.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type ActionForWrite, writeAction } from '../actions/write-action.ts';
import { explainColours } from '../planning/explain-colours.ts';
import { findPlace, type UpdatePlace } from './find-place.ts';

export type UpdateToWrite = {
  /** The id that it will have. */
  id: string;
  /** Loaded at the version that its author saw; the caller has shown that they may update it. */
  action: ActionForWrite;
  words: {
    whatHappened: string;
    difference: string;
    inTheWay: string;
    next: string;
    rag: Rag;
    ragReason: string;
    percentComplete: number;
    nothingChanged: boolean;
  };
  /** The update that it puts right. */
  correctsId: string | null;
  /** The owner for whom somebody else writes. */
  onBehalfOfId: string | null;
  /** The link by which somebody without an account writes, and the post that they gave; the author is then the scope's. */
  link: { id: string; writtenBy: string } | null;
  /** Why the colour differs from the rule; undefined when it was not asked. */
  mismatchReason: string | undefined;
};

/**
 * Writes a dated update, never changed afterwards, with its history, and sets rating, percent and last update of its
 * action by it; the first one begins the action, unless it says that nothing changed. How much it repeats the update
 * before is worked out here. A correction takes the place of what it puts right, and of the action it changes only
 * what those words had set and still stands; it ends no silence. Throws INVALID, and CONFLICT where somebody was
 * sooner. Answers the version of the action from now on.
 */
export async function writeUpdate(
  tx: Tx,
  scope: Scope,
  update: UpdateToWrite,
): Promise<{ updateId: string; version: number }> {
  const { id, action, onBehalfOfId, link } = update;
  const place = await findPlace(tx, action.id, update.correctsId);
  const base = { ...action, ...(place.corrected ?? {}) };
  const problems = validateUpdate(update.words, base);
  if (problems.length > 0) throw invalid(problems);
  const text = keptWords(update.words, base);
  const row = {
    onBehalfOfId,
    correctsId: place.corrected?.id ?? null,
    ...text,
    sameAsLast: place.before && sameAsLast(text, place.before),
    linkId: link?.id ?? null,
    writtenBy: link?.writtenBy ?? '',
  };
  await tx.progressUpdate.create({
    data: { id, actionId: action.id, authorId: scope.userId, ...row, createdAt: scope.now },
    select: { id: true },
  });
  const effect = place.corrected
    ? correctedEffect(action, scope, text, place)
    : effectOf(action, scope, text);
  const written = await writeAction(tx, scope, action, effect);
  const declaredRag = 'declaredRag' in effect ? effect.declaredRag : action.declaredRag;
  const status = 'status' in effect ? effect.status : action.status;
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
    after: { actionId: action.id, ...row, declaredRag, status },
  });
  if (!text.nothingChanged || update.mismatchReason) {
    await explainColours(tx, scope, action, {
      mismatchReason: update.mismatchReason,
      ragReason: text.ragReason,
    });
  }
  return { updateId: id, version: written.version };
}

type Words = UpdateToWrite['words'];
type Base = { declaredRag: Rag; ragReason: string };

/** Where nothing changed, the rating is the one there was, and its reason stands. */
function keptWords(words: Words, base: Base): Words {
  const ragReason = words.ragReason.trim();
  if (!words.nothingChanged) return { ...words, ragReason };
  return { ...words, rag: base.declaredRag, ragReason: ragReason === '' ? base.ragReason : ragReason };
}

function effectOf(action: ActionForWrite, scope: Scope, text: Words) {
  if (text.nothingChanged) return { lastUpdateAt: scope.now };
  const begins = action.status === 'NOT_STARTED';
  return {
    ...ratingEffect(action, scope, text),
    percentComplete: text.percentComplete,
    lastUpdateAt: scope.now,
    ...(begins ? { status: 'IN_PROGRESS' as const, statusChangedAt: scope.now } : {}),
  };
}

function ratingEffect(action: ActionForWrite, scope: Scope, { rag, ragReason }: Words) {
  const rating = declareRag({ rag, ragReason, previous: action.declaredRag, status: action.status });
  return {
    declaredRag: rag,
    ragReason,
    // Weeks at a colour count from the day it turned, not from the last time it was said again.
    ...(rating.ok && rating.changed ? { ragDeclaredAt: scope.now } : {}),
  };
}

function correctedEffect(action: ActionForWrite, scope: Scope, text: Words, place: UpdatePlace) {
  const { corrected, isNewest } = place;
  if (!corrected || !isNewest) return {};
  return {
    ...(action.declaredRag === corrected.declaredRag ? ratingEffect(action, scope, text) : {}),
    ...(action.percentComplete === corrected.percentComplete
      ? { percentComplete: text.percentComplete }
      : {}),
  };
}
