import type { ReviewFrozen, reviewFreezeInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import type { MinutesFacts } from '@gt/domain/report';
import type { z } from 'zod';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { planReviewMark } from '../actions/plan-review-mark.ts';
import { keepWrites } from '../actions/planned-write.ts';
import { lockManyForWrite } from '../actions/write-action.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { makeMinutes } from '../reports/make-minutes.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';
import { readersOf } from './attendees.ts';
import { itemsWith, type LoadedItem } from './load-agenda.ts';
import { loadMinutesFacts } from './load-minutes-facts.ts';
import { prepareNext } from './prepare-next.ts';
import {
  assertFresh,
  assertOpen,
  assertRuns,
  frozenWords,
  lockReview,
  type ReviewForWrite,
  reviewName,
  writeReview,
} from './review-access.ts';
import { loadHeadRow } from './review-head.ts';

/**
 * Ends a review for good: how the plan stands is kept, the minutes are made and mailed, the next review is prepared
 * with what is carried over, and those who were expected are told; all of it or nothing. From here on nothing in it
 * changes. The history is sealed first, so that what led to it is in the chain. Of two who freeze at once the first
 * does, and the second is answered with what the first froze. Throws RULE for one that is not open, CONFLICT.
 */
export async function freezeReview(
  ctx: Context,
  scope: Scope,
  { reviewId, version }: z.infer<typeof reviewFreezeInput>,
): Promise<ReviewFrozen> {
  await sealAudit(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertRuns(scope, review);
    if (review.state === 'FROZEN') return frozenBefore(tx, scope, review);
    assertOpen(review);
    await assertFresh(tx, review, version);
    const written = await writeReview(tx, review, {
      state: 'FROZEN',
      currentItemId: null,
      frozenAt: scope.now,
      frozenById: scope.userId,
    });
    const { planId, number } = review;
    const snapshot = await takeSnapshot(tx, scope, {
      planId,
      cause: 'REVIEW',
      reviewId,
      reviewNumber: number,
    });
    const nextReviewId = await prepareNext(tx, scope, review);
    const row = await loadHeadRow(tx, scope, reviewId);
    const content = await loadSnapshot(tx, scope, snapshot.id);
    const items = await itemsWith(tx, scope, row, content);
    const facts = await loadMinutesFacts(tx, scope, { row, items, content, nextId: nextReviewId });
    const { reportId } = await makeMinutes(tx, scope, facts, ctx.jobs);
    await recordFreeze(tx, scope, review, { snapshot, reportId, nextReviewId, items, facts });
    await unmarkDone(tx, scope, items);
    // How ready the plan stands after the meeting is a point of the trend; the meeting does not wait for it.
    await ctx.jobs.enqueue(tx, 'readiness.watch', { planId });
    await tell(tx, scope, {
      kind: 'REVIEW_FROZEN',
      planId,
      actionId: null,
      sourceId: reviewId,
      userIds: await readersOf(tx, reviewId),
    });
    return {
      ...written,
      snapshotId: snapshot.id,
      minutesReportId: reportId,
      nextReviewId,
      sentence: `${reviewName(review)} is frozen, and the minutes are on their way.`,
    };
  });
}

type Ended = {
  snapshot: { id: string; sha256: string };
  reportId: string;
  nextReviewId: string | null;
  items: readonly LoadedItem[];
  facts: MinutesFacts;
};

/**
 * Everything that was said in the meeting stands in the history with its end, once and in full: notes and closing
 * words are not in it as they are typed.
 */
async function recordFreeze(tx: Tx, scope: Scope, review: ReviewForWrite, ended: Ended): Promise<void> {
  const { snapshot, reportId, nextReviewId, items, facts } = ended;
  const said = items.filter(({ item }) => item.note !== '' || item.state !== 'WAITING');
  await recordAudit(tx, scope, {
    action: 'review.freeze',
    entityType: 'REVIEW',
    entityId: review.id,
    planId: review.planId,
    before: { state: 'OPEN' },
    after: {
      state: 'FROZEN',
      snapshotId: snapshot.id,
      snapshotSha256: snapshot.sha256,
      reportId,
      nextReviewId,
      summary: review.summary,
      attendance: facts.attendance.map(({ name, attendance }) => `${name}: ${attendance}`),
      items: said.map(({ item: { id, reference, state, note, secondsSpent } }) => ({
        id,
        reference,
        state,
        note,
        secondsSpent,
      })),
      notReached: items.length - said.length,
    },
  });
}

/** Who wanted an action looked at got what they wanted: it is not on the next agenda for that again. */
async function unmarkDone(tx: Tx, scope: Scope, items: readonly LoadedItem[]): Promise<void> {
  const done = items.flatMap(({ item }) => (item.state === 'DONE' && item.actionId ? item.actionId : []));
  const marked = await tx.action.findMany({
    where: { id: { in: done }, reviewMarkedAt: { not: null }, deletedAt: null },
    select: { id: true },
  });
  if (marked.length === 0) return;
  const rows = await lockManyForWrite(
    tx,
    marked.map(({ id }) => id),
  );
  await keepWrites(
    tx,
    scope,
    rows.flatMap((row) => planReviewMark(scope, row, false) ?? []),
  );
}

/** What the one who was second is answered. */
async function frozenBefore(tx: Tx, scope: Scope, review: ReviewForWrite): Promise<ReviewFrozen> {
  const { snapshotId, minutesReportId } = await loadHeadRow(tx, scope, review.id);
  const next = await tx.review.findFirst({
    where: { carriedFromId: review.id },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  return {
    id: review.id,
    version: review.version,
    snapshotId: snapshotId ?? '',
    minutesReportId: minutesReportId ?? '',
    nextReviewId: next?.id ?? null,
    sentence: `${reviewName(review)} was ${frozenWords(review)} already, and stays as it was.`,
  };
}
