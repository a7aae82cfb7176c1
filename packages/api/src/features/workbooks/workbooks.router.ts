import {
  workbookChooseInput,
  workbookIdInput,
  workbookListOut,
  workbookOut,
  workbookRowsInput,
  workbookRowsOut,
  workbooksOfPlanInput,
  workbookUndoInput,
  workbookUndoOut,
  workbookVersionInput,
} from '@gt/contracts/schemas';
import { z } from 'zod';
import { procedure, router } from '../../core/trpc.ts';
import { chooseForWorkbook } from './choose-for-workbook.ts';
import { discardWorkbook } from './discard-workbook.ts';
import { importWorkbook } from './import-workbook.ts';
import { undoImport } from './undo-import.ts';
import { getWorkbook, listWorkbookRows, listWorkbooks } from './workbooks.repository.ts';

const meta = { permission: 'workbook.import' } as const;

export const workbooksRouter = router({
  list: procedure
    .meta(meta)
    .input(workbooksOfPlanInput)
    .output(workbookListOut)
    .query(({ ctx, input }) => listWorkbooks(ctx.db, ctx.scope, input.planId)),
  get: procedure
    .meta(meta)
    .input(workbookIdInput)
    .output(workbookOut)
    .query(({ ctx, input }) => getWorkbook(ctx.db, ctx.scope, input.workbookId)),
  rows: procedure
    .meta(meta)
    .input(workbookRowsInput)
    .output(workbookRowsOut)
    .query(({ ctx, input }) => listWorkbookRows(ctx.db, ctx.scope, input)),
  choose: procedure
    .meta(meta)
    .input(workbookChooseInput)
    .output(z.object({ version: z.int() }))
    .mutation(({ ctx, input }) => chooseForWorkbook(ctx, ctx.scope, input)),
  confirm: procedure
    .meta(meta)
    .input(workbookVersionInput)
    .output(z.object({ workbookId: z.string() }))
    .mutation(({ ctx, input }) => importWorkbook(ctx, ctx.scope, input)),
  undo: procedure
    .meta(meta)
    .input(workbookUndoInput)
    .output(workbookUndoOut)
    .mutation(({ ctx, input }) => undoImport(ctx, ctx.scope, input)),
  discard: procedure
    .meta(meta)
    .input(workbookVersionInput)
    .output(z.object({ workbookId: z.string() }))
    .mutation(({ ctx, input }) => discardWorkbook(ctx, ctx.scope, input)),
});
