import {
  measureAddPointInput,
  measureByReferenceInput,
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
  measurePointRef,
  measurePreviewInput,
  measurePreviewOut,
  measureRef,
  measureRemoveInput,
  measureRemovePointInput,
  measureRestoreInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addPoint } from './add-point.ts';
import { correctPoint } from './correct-point.ts';
import { createMeasure } from './create-measure.ts';
import { editMeasure } from './edit-measure.ts';
import { linkAction } from './link-action.ts';
import { getMeasure, getMeasureByReference, listMeasures } from './measures.repository.ts';
import { pastePoints } from './paste-points.ts';
import { previewPaste } from './preview-paste.ts';
import { removeMeasure } from './remove-measure.ts';
import { removePoint } from './remove-point.ts';
import { restoreMeasure } from './restore-measure.ts';
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
