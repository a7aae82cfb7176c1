import {
  attendanceSetInput,
  decisionEditInput,
  decisionMakeInput,
  decisionSettleInput,
  reviewAddItemInput,
  reviewCancelInput,
  reviewChairInput,
  reviewChangesInput,
  reviewChangesOut,
  reviewCorrectInput,
  reviewDecisionOut,
  reviewEditInput,
  reviewFreezeInput,
  reviewFrozen,
  reviewGoToInput,
  reviewIdInput,
  reviewItemInput,
  reviewItemOut,
  reviewItemWritten,
  reviewListInput,
  reviewListOut,
  reviewOpenInput,
  reviewOut,
  reviewPrepareInput,
  reviewRecordInput,
  reviewRemoveItemInput,
  reviewReorderInput,
  reviewSaveItemInput,
  reviewSummaryInput,
  reviewWritten,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addItem } from './add-item.ts';
import { cancelReview } from './cancel-review.ts';
import { correctReview } from './correct-review.ts';
import { editDecision } from './edit-decision.ts';
import { editReview } from './edit-review.ts';
import { freezeReview } from './freeze-review.ts';
import { goToItem } from './go-to-item.ts';
import { makeDecision } from './make-decision.ts';
import { openReview } from './open-review.ts';
import { prepareReview } from './prepare-review.ts';
import { recordItem } from './record-item.ts';
import { removeItem } from './remove-item.ts';
import { reorderAgenda } from './reorder-agenda.ts';
import { getReviewItem } from './review-item.repository.ts';
import { getReview, listReviews, reviewChanges } from './reviews.repository.ts';
import { saveItem } from './save-item.ts';
import { saveSummary } from './save-summary.ts';
import { setAttendance } from './set-attendance.ts';
import { setChair } from './set-chair.ts';
import { settleDecision } from './settle-decision.ts';

export const reviewsRouter = router({
  list: procedure
    .meta({ permission: 'review.read' })
    .input(reviewListInput)
    .output(reviewListOut)
    .query(({ ctx, input }) => listReviews(ctx.db, ctx.scope, input)),
  get: procedure
    .meta({ permission: 'review.read' })
    .input(reviewIdInput)
    .output(reviewOut)
    .query(({ ctx, input }) => getReview(ctx.db, ctx.scope, input.reviewId)),
  changes: procedure
    .meta({ permission: 'review.read' })
    .input(reviewChangesInput)
    .output(reviewChangesOut)
    .query(({ ctx, input }) => reviewChanges(ctx.db, ctx.scope, input)),
  item: procedure
    .meta({ permission: 'review.read' })
    .input(reviewItemInput)
    .output(reviewItemOut)
    .query(({ ctx, input }) => getReviewItem(ctx.db, ctx.scope, input)),

  prepare: procedure
    .meta({ permission: 'review.run' })
    .input(reviewPrepareInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => prepareReview(ctx, ctx.scope, input)),
  edit: procedure
    .meta({ permission: 'review.run' })
    .input(reviewEditInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => editReview(ctx, ctx.scope, input)),
  cancel: procedure
    .meta({ permission: 'review.run' })
    .input(reviewCancelInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => cancelReview(ctx, ctx.scope, input)),
  open: procedure
    .meta({ permission: 'review.run' })
    .input(reviewOpenInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => openReview(ctx, ctx.scope, input)),

  // In the meeting: whoever may run it, and whoever it was handed over to.
  goTo: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewGoToInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => goToItem(ctx, ctx.scope, input)),
  setChair: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewChairInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => setChair(ctx, ctx.scope, input)),
  reorder: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewReorderInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => reorderAgenda(ctx, ctx.scope, input)),
  addItem: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewAddItemInput)
    .output(reviewItemWritten)
    .mutation(({ ctx, input }) => addItem(ctx, ctx.scope, input)),
  removeItem: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewRemoveItemInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => removeItem(ctx, ctx.scope, input)),
  saveItem: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewSaveItemInput)
    .output(reviewItemWritten)
    .mutation(({ ctx, input }) => saveItem(ctx, ctx.scope, input)),
  record: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewRecordInput)
    .output(reviewItemWritten)
    .mutation(({ ctx, input }) => recordItem(ctx, ctx.scope, input)),
  decide: procedure
    .meta({ permission: 'review.chair' })
    .input(decisionMakeInput)
    .output(reviewDecisionOut)
    .mutation(({ ctx, input }) => makeDecision(ctx, ctx.scope, input)),
  editDecision: procedure
    .meta({ permission: 'review.chair' })
    .input(decisionEditInput)
    .output(reviewDecisionOut)
    .mutation(({ ctx, input }) => editDecision(ctx, ctx.scope, input)),
  settleDecision: procedure
    .meta({ permission: 'review.chair' })
    .input(decisionSettleInput)
    .output(reviewDecisionOut)
    .mutation(({ ctx, input }) => settleDecision(ctx, ctx.scope, input)),
  setAttendance: procedure
    .meta({ permission: 'review.chair' })
    .input(attendanceSetInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => setAttendance(ctx, ctx.scope, input)),
  saveSummary: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewSummaryInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => saveSummary(ctx, ctx.scope, input)),

  freeze: procedure
    .meta({ permission: 'review.run' })
    .input(reviewFreezeInput)
    .output(reviewFrozen)
    .mutation(({ ctx, input }) => freezeReview(ctx, ctx.scope, input)),
  correct: procedure
    .meta({ permission: 'review.run' })
    .input(reviewCorrectInput)
    .output(reviewWritten)
    .mutation(({ ctx, input }) => correctReview(ctx, ctx.scope, input)),
});
