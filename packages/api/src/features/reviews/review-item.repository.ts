import type { ReviewItemOut, reviewItemInput } from '@gt/contracts/schemas';
import type { IsoDate, SnapshotAction } from '@gt/contracts/words';
import { type Db, sql } from '@gt/db';
import { daysBetween } from '@gt/domain/calendar';
import { calculateRag, ragMismatch } from '@gt/domain/rag';
import { ragWeekWords, type Standing, sinceBefore } from '@gt/domain/review';
import { isCopyPaste } from '@gt/domain/update';
import type { z } from 'zod';
import { toIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadRawRows, toActionRow } from '../actions/action-rows.ts';
import { ragInput, ragThresholds } from '../actions/rag-facts.ts';
import { type LoadedItem, loadItems } from './load-agenda.ts';
import { loadDecisions, loadHeadRow, type RawHead } from './review-head.ts';

/** What is said of an action beside its item. */
type Told = Pick<ReviewItemOut, 'ragWords' | 'evidenceGaps' | 'mismatch' | 'sameAsLast'> & { now: Standing };

/**
 * What the meeting wants to know of one item beside what the panel of its action shows; in a frozen review as it was
 * then. Throws NOT_FOUND.
 */
export async function getReviewItem(
  db: Db,
  scope: Scope,
  { reviewId, itemId }: z.infer<typeof reviewItemInput>,
): Promise<ReviewItemOut> {
  const row = await loadHeadRow(db, scope, reviewId);
  const found = await loadItems(db, scope, row, sql`i."id" = ${itemId}`);
  const loaded = found.find(({ item }) => item.id === itemId);
  if (!loaded) throw notFound('item');
  const { item, raw } = loaded;
  const told = await tellOf(db, scope, loaded, row);
  const decisions =
    item.decisionId === null
      ? await loadDecisions(db, scope, sql`d."actionId" = ${item.actionId} AND d."state" = 'OPEN'`)
      : await loadDecisions(db, scope, sql`d."id" = ${item.decisionId}`);
  return {
    item,
    ragWords: told?.ragWords ?? '',
    movement: raw.before && told ? sinceBefore(raw.before, told.now) : [],
    evidenceGaps: told?.evidenceGaps ?? [],
    mismatch: told?.mismatch ?? null,
    sameAsLast: told?.sameAsLast ?? null,
    lastNote: await loadLastNote(db, row, loaded),
    openDecisions: item.decisionId === null ? decisions : [],
    decision: item.decisionId === null ? null : (decisions[0] ?? null),
  };
}

async function tellOf(
  db: Db,
  scope: Scope,
  { item, frozen }: LoadedItem,
  { heldOn }: RawHead,
): Promise<Told | null> {
  if (frozen) return asFrozen(frozen, heldOn);
  return item.actionId === null ? null : asNow(db, scope, item.actionId);
}

async function asNow(db: Db, scope: Scope, actionId: string): Promise<Told | null> {
  const [raw] = await loadRawRows<{ sameAsLast: number | null }>(
    db,
    scope,
    sql`SELECT a."id" FROM "action" a WHERE a."id" = ${actionId}`,
    sql`, (SELECT u."sameAsLast" FROM "progress_update" u WHERE u."actionId" = a."id"
      ORDER BY u."createdAt" DESC, u."id" DESC LIMIT 1) AS "sameAsLast"`,
  );
  if (!raw) return null;
  const action = toActionRow(scope, raw);
  const mismatch = ragMismatch(
    action.declaredRag,
    calculateRag(ragInput(raw), ragThresholds(raw), scope.today),
  );
  const gaps = action.knots.filter(({ knot }) => knot === 'PROVED' || knot === 'CHANGED');
  return {
    now: {
      rag: action.declaredRag,
      calculatedRag: action.calculatedRag,
      status: action.status,
      dueDate: action.dueDate,
      percentComplete: action.percentComplete,
      milestonesDone: action.milestones.done,
      acceptedEvidence: action.evidence.accepted,
    },
    ragWords: ragWeekWords(action.declaredRag, action.weeksAtColour),
    evidenceGaps: gaps.flatMap(({ missing }) => missing.map(upperFirst)),
    mismatch: mismatch.isMismatch
      ? { sentence: mismatch.sentence, explanation: action.mismatchReason }
      : null,
    sameAsLast: isCopyPaste(raw.sameAsLast) ? raw.sameAsLast : null,
  };
}

function asFrozen(action: SnapshotAction, heldOn: IsoDate): Told {
  const sentence = action.calculatedReasons[0] ?? '';
  const mismatch = ragMismatch(action.rag, { rag: action.calculatedRag, reasons: [], sentence });
  const same = action.lastUpdate?.sameAsLast ?? null;
  const weeks =
    action.ragSince === null ? 0 : Math.floor(Math.max(0, daysBetween(action.ragSince, heldOn)) / 7) + 1;
  return {
    now: {
      rag: action.rag,
      calculatedRag: action.calculatedRag,
      status: action.status,
      dueDate: action.dueDate,
      percentComplete: action.percentComplete,
      milestonesDone: action.milestones.done,
      acceptedEvidence: action.acceptedEvidence,
    },
    ragWords: ragWeekWords(action.rag, weeks),
    evidenceGaps: frozenGaps(action),
    mismatch: mismatch.isMismatch
      ? { sentence: mismatch.sentence, explanation: action.mismatchReason }
      : null,
    sameAsLast: isCopyPaste(same) ? same : null,
  };
}

/** A snapshot keeps how many items there were, how many were accepted, and how many of those had expired. */
function frozenGaps({ evidenceItems, acceptedEvidence, expiredEvidence = 0 }: SnapshotAction): string[] {
  if (acceptedEvidence > 0) return [];
  if (evidenceItems + expiredEvidence === 0) return ['No evidence'];
  return [
    ...(evidenceItems > 0 ? ['Evidence not verified'] : []),
    ...(expiredEvidence > 0 ? ['Evidence expired'] : []),
  ];
}

/** What was said of the same in the review before. */
async function loadLastNote(
  db: Db,
  { planId, number }: RawHead,
  { item }: LoadedItem,
): Promise<ReviewItemOut['lastNote']> {
  const { actionId, decisionId } = item;
  const last = await db.reviewItem.findFirst({
    where: {
      ...(actionId === null ? { decisionId } : { actionId }),
      note: { not: '' },
      review: { planId, state: 'FROZEN', number: { lt: number } },
    },
    orderBy: { review: { number: 'desc' } },
    select: { note: true, review: { select: { number: true, heldOn: true } } },
  });
  if (!last) return null;
  const { note, review } = last;
  return { reviewNumber: review.number, heldOn: toIsoDate(review.heldOn), note };
}

const upperFirst = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
