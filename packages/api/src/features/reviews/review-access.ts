import {
  formatDate,
  type IsoDate,
  MEETING_KIND_LABELS,
  type MeetingKind,
  type ReviewState,
} from '@gt/contracts/words';
import { type Sql, sql, type Tx } from '@gt/db';
import {
  canChairReview,
  canRunReview,
  canWriteInReview,
  type Decision,
  holds,
  type ReviewRecord,
} from '@gt/domain/authz';
import { londonDate, londonTime } from '../../core/dates.ts';
import { DomainError, notAllowed, notFound } from '../../core/domain-error.ts';
import { liveRecord } from '../../core/live.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

/** A review as every write looks at it first. */
export type ReviewForWrite = ReviewRecord & {
  id: string;
  planId: string;
  number: number;
  meeting: MeetingKind;
  recommendationId: string | null;
  heldOn: IsoDate;
  movedFrom: IsoDate | null;
  startTime: string;
  minutesPlanned: number;
  state: ReviewState;
  currentItemId: string | null;
  openedAt: Date | null;
  frozenAt: Date | null;
  frozenByName: string | null;
  summary: string;
  carriedFromId: string | null;
  version: number;
};

/**
 * How a write keeps others away until it is done. BESIDE: writers of items work side by side, and none of them while
 * the review itself changes, so that nothing is typed into a review that is just being frozen. ALONE: nobody else.
 */
export type ReviewLock = 'BESIDE' | 'ALONE';

/** The review that `where` finds over `r`, with its lock; null when it is not there. */
async function findLocked(tx: Tx, where: Sql, lock: ReviewLock): Promise<ReviewForWrite | null> {
  const [row] = await tx.$queryRaw<ReviewForWrite[]>`
    SELECT r."id", r."planId", r."number", r."meeting"::text, r."recommendationId", r."teamId", r."heldOn"::text,
      r."movedFrom"::text, r."startTime", r."minutesPlanned", r."state"::text, r."chairId", r."currentItemId",
      r."openedAt", r."frozenAt", r."summary", r."carriedFromId", r."version",
      (SELECT u."name" FROM "user" u WHERE u."id" = r."frozenById") AS "frozenByName",
      ARRAY(SELECT t."userId" FROM "review_attendance" t
        WHERE t."reviewId" = r."id" AND t."userId" IS NOT NULL) AS "attendeeIds"
    FROM "review" r JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    WHERE ${where}
    ${lock === 'ALONE' ? sql`FOR NO KEY UPDATE OF r` : sql`FOR SHARE OF r`}`;
  return row ?? null;
}

/** Throws NOT_FOUND also for those who read no reviews. */
export async function lockReview(
  tx: Tx,
  scope: Scope,
  reviewId: string,
  lock: ReviewLock,
): Promise<ReviewForWrite> {
  const row = holds(scope.roles, 'review.read')
    ? await findLocked(tx, sql`r."id" = ${reviewId}`, lock)
    : null;
  if (!row) throw notFound('review');
  return row;
}

/** As `lockReview`, of the review that an item stands in. */
export async function lockReviewOfItem(
  tx: Tx,
  scope: Scope,
  itemId: string,
  lock: ReviewLock,
): Promise<ReviewForWrite> {
  const where = sql`r."id" = (SELECT i."reviewId" FROM "review_item" i WHERE i."id" = ${itemId})`;
  const row = holds(scope.roles, 'review.read') ? await findLocked(tx, where, lock) : null;
  if (!row) throw notFound('item');
  return row;
}

/** The open review in which an action is made: by anybody in it who may make actions. Throws RULE, NOT_FOUND. */
export async function lockReviewForAction(tx: Tx, scope: Scope, reviewId: string): Promise<ReviewForWrite> {
  const review = await lockReview(tx, scope, reviewId, 'BESIDE');
  assertOpen(review);
  return review;
}

function assert(decision: Decision): void {
  if (!decision.ok) throw notAllowed(decision.reason);
}

export function assertRuns(scope: Scope, review: Pick<ReviewRecord, 'teamId'>): void {
  assert(canRunReview(scope, review));
}

export function assertMayChair(scope: Scope, review: ReviewRecord): void {
  assert(canChairReview(scope, review));
}

export function assertWrites(scope: Scope, review: ReviewRecord): void {
  assert(canWriteInReview(scope, review));
}

/** "Weekly review 7" */
export function reviewName({ meeting, number }: Pick<ReviewForWrite, 'meeting' | 'number'>): string {
  return `${MEETING_KIND_LABELS[meeting]} ${number}`;
}

/** "frozen by Programme Lead on 12 March 2026 at 10:42" */
export function frozenWords({ frozenAt, frozenByName }: ReviewForWrite): string {
  const at = frozenAt ? ` on ${formatDate(londonDate(frozenAt))} at ${londonTime(frozenAt)}` : '';
  return `frozen by ${frozenByName ?? 'somebody who has left'}${at}`;
}

/** Only what is open can be written in. Throws RULE with what can be done instead. */
export function assertOpen(review: ReviewForWrite): void {
  if (review.state !== 'OPEN') throw new DomainError('RULE', notOpenWords(review));
}

function notOpenWords(review: ReviewForWrite): string {
  if (review.state === 'PREPARED') return 'This review is not open yet. Open it first.';
  if (review.state === 'CANCELLED') return 'This review was called off, so nothing can be written in it.';
  return `This review was ${frozenWords(review)} and stays as it was. Your words are kept here: add them as a correction.`;
}

/** Only what is prepared can be moved, called off or opened. Throws RULE. */
export function assertPrepared(review: ReviewForWrite): void {
  if (review.state === 'PREPARED') return;
  const words = {
    OPEN: 'is open already',
    FROZEN: `was ${frozenWords(review)}`,
    CANCELLED: 'was called off',
  }[review.state];
  throw new DomainError('RULE', `This review ${words}. Reload the page to see it as it is.`);
}

/** Throws CONFLICT when the review itself changed since `version` was read. */
export async function assertFresh(tx: Tx, review: ReviewForWrite, version: number): Promise<void> {
  if (review.version === version) return;
  const { heldOn, startTime, minutesPlanned, state, summary } = review;
  const values = { heldOn, startTime, minutesPlanned, state, summary };
  throw await staleWrite(tx, 'REVIEW', review.id, review.version, values);
}

/** Writes to a review that this transaction has locked ALONE; it is another version after it. */
export async function writeReview(
  tx: Tx,
  review: ReviewForWrite,
  data: Omit<Parameters<Tx['review']['updateMany']>[0]['data'], 'version'>,
): Promise<{ id: string; version: number }> {
  const { id, version } = await tx.review.update({
    where: { id: review.id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true, version: true },
  });
  return { id, version };
}

/** Open pages hear of what is written too often to stand in the history each time: a note as it is typed. */
export function liveReview(tx: Tx, scope: Scope, { id, planId }: Pick<ReviewForWrite, 'id' | 'planId'>) {
  const who = { actorId: scope.userId, actorName: scope.userName };
  return liveRecord(tx, { planId, ...who, entityType: 'REVIEW', entityId: id });
}
