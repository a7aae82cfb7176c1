import {
  measureAddPointInput,
  measureAddStandardsInput,
  measureAddStepInput,
  measureByReferenceInput,
  measureCommentIdInput,
  measureCommentInput,
  measureCommentRef,
  measureCorrectPointInput,
  measureCreateInput,
  measureDetail,
  measureEditInput,
  measureIdInput,
  measureLinkInput,
  measureListInput,
  measureListOut,
  measurePasted,
  measurePasteInput,
  measurePlanInput,
  measurePointRef,
  measurePreviewInput,
  measurePreviewOut,
  measureRef,
  measureRemoveInput,
  measureRemovePointInput,
  measureRemoveStepInput,
  measureRestoreInput,
  measureServableInput,
  measureServableOut,
  measureServeInput,
  measureStepRef,
  measuresAdded,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addPoint } from './add-point.ts';
import { addStandards } from './add-standards.ts';
import { addStep } from './add-step.ts';
import { commentOnFigure } from './comment-on-figure.ts';
import { correctPoint } from './correct-point.ts';
import { createMeasure } from './create-measure.ts';
import { editMeasure } from './edit-measure.ts';
import { linkAction } from './link-action.ts';
import { getMeasure, getMeasureByReference, listMeasures } from './measures.repository.ts';
import { pastePoints } from './paste-points.ts';
import { planTrajectory } from './plan-trajectory.ts';
import { previewPaste } from './preview-paste.ts';
import { removeFigureComment, restoreFigureComment } from './remove-comment.ts';
import { removeMeasure } from './remove-measure.ts';
import { removePoint } from './remove-point.ts';
import { removeStep } from './remove-step.ts';
import { restoreMeasure } from './restore-measure.ts';
import { leaveRecommendation, servableRecommendations, serveRecommendation } from './serve-recommendation.ts';
import { unlinkAction } from './unlink-action.ts';

export const measuresRouter = router({
  list: procedure
    .meta({ permission: 'measure.read' })
    .input(measureListInput)
    .output(measureListOut)
    .query(({ ctx, input }) => listMeasures(ctx.db, ctx.scope, input)),
  get: procedure
    .meta({ permission: 'measure.read' })
    .input(measureIdInput)
    .output(measureDetail)
    .query(({ ctx, input }) => getMeasure(ctx.db, ctx.scope, input.measureId)),
  byReference: procedure
    .meta({ permission: 'measure.read' })
    .input(measureByReferenceInput)
    .output(measureDetail)
    .query(({ ctx, input }) => getMeasureByReference(ctx.db, ctx.scope, input)),
  create: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureCreateInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => createMeasure(ctx, ctx.scope, input)),
  edit: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureEditInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => editMeasure(ctx, ctx.scope, input)),
  remove: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureRemoveInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => removeMeasure(ctx, ctx.scope, input)),
  restore: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureRestoreInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => restoreMeasure(ctx, ctx.scope, input)),
  linkAction: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureLinkInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => linkAction(ctx, ctx.scope, input)),
  unlinkAction: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureLinkInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => unlinkAction(ctx, ctx.scope, input)),
  addStandards: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureAddStandardsInput)
    .output(measuresAdded)
    .mutation(({ ctx, input }) => addStandards(ctx, ctx.scope, input)),
  planTrajectory: procedure
    .meta({ permission: 'measure.edit' })
    .input(measurePlanInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => planTrajectory(ctx, ctx.scope, input)),
  addStep: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureAddStepInput)
    .output(measureStepRef)
    .mutation(({ ctx, input }) => addStep(ctx, ctx.scope, input)),
  removeStep: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureRemoveStepInput)
    .output(measureStepRef)
    .mutation(({ ctx, input }) => removeStep(ctx, ctx.scope, input)),
  servable: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureServableInput)
    .output(measureServableOut)
    .query(({ ctx, input }) => servableRecommendations(ctx.db, ctx.scope, input)),
  serve: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureServeInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => serveRecommendation(ctx, ctx.scope, input)),
  leave: procedure
    .meta({ permission: 'measure.edit' })
    .input(measureServeInput)
    .output(measureRef)
    .mutation(({ ctx, input }) => leaveRecommendation(ctx, ctx.scope, input)),
  comment: procedure
    .meta({ permission: 'measure.comment' })
    .input(measureCommentInput)
    .output(measureCommentRef)
    .mutation(({ ctx, input }) => commentOnFigure(ctx, ctx.scope, input)),
  removeComment: procedure
    .meta({ permission: 'measure.comment' })
    .input(measureCommentIdInput)
    .output(measureCommentRef)
    .mutation(({ ctx, input }) => removeFigureComment(ctx, ctx.scope, input)),
  restoreComment: procedure
    .meta({ permission: 'measure.comment' })
    .input(measureCommentIdInput)
    .output(measureCommentRef)
    .mutation(({ ctx, input }) => restoreFigureComment(ctx, ctx.scope, input)),
  addPoint: procedure
    .meta({ permission: 'measure.enter' })
    .input(measureAddPointInput)
    .output(measurePointRef)
    .mutation(({ ctx, input }) => addPoint(ctx, ctx.scope, input)),
  correctPoint: procedure
    .meta({ permission: 'measure.enter' })
    .input(measureCorrectPointInput)
    .output(measurePointRef)
    .mutation(({ ctx, input }) => correctPoint(ctx, ctx.scope, input)),
  removePoint: procedure
    .meta({ permission: 'measure.enter' })
    .input(measureRemovePointInput)
    .output(measurePointRef)
    .mutation(({ ctx, input }) => removePoint(ctx, ctx.scope, input)),
  /** A mutation only because what is pasted is too long for an address. */
  previewPaste: procedure
    .meta({ permission: 'measure.enter' })
    .input(measurePreviewInput)
    .output(measurePreviewOut)
    .mutation(({ ctx, input }) => previewPaste(ctx, ctx.scope, input)),
  pastePoints: procedure
    .meta({ permission: 'measure.enter' })
    .input(measurePasteInput)
    .output(measurePasted)
    .mutation(({ ctx, input }) => pastePoints(ctx, ctx.scope, input)),
});
