import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { ActionForWrite } from './write-action.ts';

/** Decides that an action is to be looked at in the next review, or no longer. Null when it is so already. */
export function planReviewMark(scope: Scope, row: ActionForWrite, marked: boolean): PlannedWrite | null {
  if (marked === (row.reviewMarkedAt !== null)) return null;
  const reviewMarkedAt = marked ? scope.now : null;
  return {
    row,
    columns: { reviewMarkedAt, reviewMarkedById: marked ? scope.userId : null },
    audit: {
      action: marked ? 'action.markForReview' : 'action.unmarkForReview',
      before: { reviewMarkedAt: row.reviewMarkedAt && toInstant(row.reviewMarkedAt) },
      after: { reviewMarkedAt: reviewMarkedAt && toInstant(reviewMarkedAt) },
    },
    tellings: [],
    sentence: marked ? 'Marked for the next review.' : 'No longer marked for the next review.',
  };
}
