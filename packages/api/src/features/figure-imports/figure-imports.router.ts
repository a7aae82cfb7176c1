import {
  figureChooseInput,
  figureConfirmInput,
  figureImportIdInput,
  figureImportListOut,
  figureImportOut,
  figureImportsInput,
  figureImportVersion,
  figureRowsInput,
  figureRowsOut,
  figureUndoInput,
  figureUndoOut,
  figureVersionInput,
} from '@gt/contracts/schemas';
import { z } from 'zod';
import { procedure, router } from '../../core/trpc.ts';
import { chooseForFigures } from './choose-for-figures.ts';
import { discardFigures } from './discard-figures.ts';
import { enterFigures } from './enter-figures.ts';
import { getFigureImport, listFigureImports, listFigureRows } from './figure-imports.repository.ts';
import { undoFigures } from './undo-figures.ts';

const meta = { permission: 'measure.enter' } as const;
const idOut = z.object({ importId: z.string() });

export const figureImportsRouter = router({
  list: procedure
    .meta(meta)
    .input(figureImportsInput)
    .output(figureImportListOut)
    .query(({ ctx, input }) => listFigureImports(ctx.db, ctx.scope, input.planId)),
  get: procedure
    .meta(meta)
    .input(figureImportIdInput)
    .output(figureImportOut)
    .query(({ ctx, input }) => getFigureImport(ctx.db, ctx.scope, input.importId)),
  rows: procedure
    .meta(meta)
    .input(figureRowsInput)
    .output(figureRowsOut)
    .query(({ ctx, input }) => listFigureRows(ctx.db, ctx.scope, input)),
  choose: procedure
    .meta(meta)
    .input(figureChooseInput)
    .output(figureImportVersion)
    .mutation(({ ctx, input }) => chooseForFigures(ctx, ctx.scope, input)),
  confirm: procedure
    .meta(meta)
    .input(figureConfirmInput)
    .output(idOut)
    .mutation(({ ctx, input }) => enterFigures(ctx, ctx.scope, input)),
  undo: procedure
    .meta(meta)
    .input(figureUndoInput)
    .output(figureUndoOut)
    .mutation(({ ctx, input }) => undoFigures(ctx, ctx.scope, input)),
  discard: procedure
    .meta(meta)
    .input(figureVersionInput)
    .output(idOut)
    .mutation(({ ctx, input }) => discardFigures(ctx, ctx.scope, input)),
});
