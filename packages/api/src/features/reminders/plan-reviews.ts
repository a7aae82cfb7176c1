import type { IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { areUpdatesAsked } from '@gt/domain/reminder';
import { meetingWords } from '@gt/domain/review';
import { LAST_REVIEW_SELECT, lastReviewIn } from '../../core/last-review.ts';
import { comingMeetings, rhythmOf } from '../../core/rhythm.ts';

/** What a plan's reviews mean for its updates. */
export type PlanReview = {
  planId: string;
  planName: string;
  /** An action without an update since then has not been updated for the next review. */
  reviewedAt: Date;
  next: {
    date: IsoDate;
    time: string;
    dueDate: IsoDate;
    dueTime: string;
    dueAt: Date;
    /** "Wednesday 11 March 2026, 10:00; updates by Tuesday 10 March, 17:00". */
    words: string;
  } | null;
  /** Today's digests ask for updates. */
  isAsking: boolean;
};

/** Of every live plan, or of those with these ids: its last review and the one that comes. One statement. */
export async function loadPlanReviews(
  db: Db | Tx,
  at: { today: IsoDate; now: Date },
  planIds?: readonly string[],
): Promise<PlanReview[]> {
  const plans = await db.plan.findMany({
    where: { deletedAt: null, ...(planIds ? { id: { in: [...planIds] } } : {}) },
    select: { id: true, name: true, ...LAST_REVIEW_SELECT },
    orderBy: { id: 'asc' },
  });
  return plans.map(({ id: planId, name: planName, ...plan }) => {
    const { reviews: _reviews, ...rhythm } = plan;
    const [review] = comingMeetings(rhythmOf(rhythm), 'REVIEW', at.now, 1);
    const due = review?.updatesDue;
    const next =
      review && due
        ? {
            date: review.date,
            time: review.time,
            dueDate: due.date,
            dueTime: due.time,
            dueAt: due.at,
            words: meetingWords(review, due),
          }
        : null;
    return {
      planId,
      planName,
      reviewedAt: lastReviewIn(plan, at.now),
      next,
      isAsking: next !== null && areUpdatesAsked(next.dueDate, at.today),
    };
  });
}
