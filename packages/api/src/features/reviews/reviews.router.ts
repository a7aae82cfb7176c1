import {
  attendanceSetInput,
  decisionEditInput,
  decisionMakeInput,
  decisionSettleInput,
  decisionWritten,
  reviewAddItemInput,
  reviewCancelInput,
  reviewChairInput,
  reviewChangesInput,
  reviewChangesOut,
  reviewCorrectInput,
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
import { notYet } from './not-yet.ts';

export const reviewsRouter = router({
  list: procedure
    .meta({ permission: 'review.read' })
    .input(reviewListInput)
    .output(reviewListOut)
    .query(() => notYet()),
  get: procedure
    .meta({ permission: 'review.read' })
    .input(reviewIdInput)
    .output(reviewOut)
    .query(() => notYet()),
  changes: procedure
    .meta({ permission: 'review.read' })
    .input(reviewChangesInput)
    .output(reviewChangesOut)
    .query(() => notYet()),
  item: procedure
    .meta({ permission: 'review.read' })
    .input(reviewItemInput)
    .output(reviewItemOut)
    .query(() => notYet()),

  prepare: procedure
    .meta({ permission: 'review.run' })
    .input(reviewPrepareInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  edit: procedure
    .meta({ permission: 'review.run' })
    .input(reviewEditInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  cancel: procedure
    .meta({ permission: 'review.run' })
    .input(reviewCancelInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  open: procedure
    .meta({ permission: 'review.run' })
    .input(reviewOpenInput)
    .output(reviewWritten)
    .mutation(() => notYet()),

  // In the meeting: whoever may run it, and whoever it was handed over to.
  goTo: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewGoToInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  setChair: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewChairInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  reorder: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewReorderInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  addItem: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewAddItemInput)
    .output(reviewItemWritten)
    .mutation(() => notYet()),
  removeItem: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewRemoveItemInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  saveItem: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewSaveItemInput)
    .output(reviewItemWritten)
    .mutation(() => notYet()),
  record: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewRecordInput)
    .output(reviewItemWritten)
    .mutation(() => notYet()),
  decide: procedure
    .meta({ permission: 'review.chair' })
    .input(decisionMakeInput)
    .output(decisionWritten)
    .mutation(() => notYet()),
  editDecision: procedure
    .meta({ permission: 'review.chair' })
    .input(decisionEditInput)
    .output(decisionWritten)
    .mutation(() => notYet()),
  settleDecision: procedure
    .meta({ permission: 'review.chair' })
    .input(decisionSettleInput)
    .output(decisionWritten)
    .mutation(() => notYet()),
  setAttendance: procedure
    .meta({ permission: 'review.chair' })
    .input(attendanceSetInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
  saveSummary: procedure
    .meta({ permission: 'review.chair' })
    .input(reviewSummaryInput)
    .output(reviewWritten)
    .mutation(() => notYet()),

  freeze: procedure
    .meta({ permission: 'review.run' })
    .input(reviewFreezeInput)
    .output(reviewFrozen)
    .mutation(() => notYet()),
  correct: procedure
    .meta({ permission: 'review.run' })
    .input(reviewCorrectInput)
    .output(reviewWritten)
    .mutation(() => notYet()),
});
