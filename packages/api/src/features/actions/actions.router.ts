import {
  actionAssignInput,
  actionByReferenceInput,
  actionChangeDueDateInput,
  actionChangeStatusInput,
  actionCloseInput,
  actionCreateInput,
  actionDeclareRagInput,
  actionDetail,
  actionEditInput,
  actionFacetsInput,
  actionFacetsOutput,
  actionFiltersInput,
  actionFiltersOutput,
  actionHistoryInput,
  actionHistoryOutput,
  actionIdInput,
  actionListInput,
  actionListOutput,
  actionRef,
  actionRemoveInput,
  actionRestoreInput,
  actionSearchInput,
  actionSearchOutput,
  boardCards,
  boardColumnInput,
  boardInput,
  boardOutput,
  mineOutput,
  timelineInput,
  timelineOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { getAction, getActionByReference } from './action-detail.repository.ts';
import { countFacets } from './action-facets.repository.ts';
import { listActionFilters } from './action-filters.repository.ts';
import { listActionHistory } from './action-history.repository.ts';
import { listActions, listMine } from './actions.repository.ts';
import { assignAction } from './assign-action.ts';
import { readBoard, readBoardColumn } from './board.repository.ts';
import { changeDueDate } from './change-due-date.ts';
import { changeStatus } from './change-status.ts';
import { closeAction } from './close-action.ts';
import { createAction } from './create-action.ts';
import { declareRag } from './declare-rag.ts';
import { editAction } from './edit-action.ts';
import { removeAction } from './remove-action.ts';
import { restoreAction } from './restore-action.ts';
import { searchEverything } from './search-everything.repository.ts';
import { readTimeline } from './timeline.repository.ts';

export const actionsRouter = router({
  list: procedure
    .meta({ permission: 'action.read' })
    .input(actionListInput)
    .output(actionListOutput)
    .query(({ ctx, input }) => listActions(ctx.db, ctx.scope, input)),
  board: procedure
    .meta({ permission: 'action.read' })
    .input(boardInput)
    .output(boardOutput)
    .query(({ ctx, input }) => readBoard(ctx.db, ctx.scope, input)),
  boardColumn: procedure
    .meta({ permission: 'action.read' })
    .input(boardColumnInput)
    .output(boardCards)
    .query(({ ctx, input }) => readBoardColumn(ctx.db, ctx.scope, input)),
  timeline: procedure
    .meta({ permission: 'action.read' })
    .input(timelineInput)
    .output(timelineOutput)
    .query(({ ctx, input }) => readTimeline(ctx.db, ctx.scope, input)),
  get: procedure
    .meta({ permission: 'action.read' })
    .input(actionIdInput)
    .output(actionDetail)
    .query(({ ctx, input }) => getAction(ctx.db, ctx.scope, input.actionId)),
  byReference: procedure
    .meta({ permission: 'action.read' })
    .input(actionByReferenceInput)
    .output(actionDetail)
    .query(({ ctx, input }) => getActionByReference(ctx.db, ctx.scope, input)),
  history: procedure
    .meta({ permission: 'action.read' })
    .input(actionHistoryInput)
    .output(actionHistoryOutput)
    .query(({ ctx, input }) => listActionHistory(ctx.db, ctx.scope, input)),
  filters: procedure
    .meta({ permission: 'action.read' })
    .input(actionFiltersInput)
    .output(actionFiltersOutput)
    .query(({ ctx, input }) => listActionFilters(ctx.db, ctx.scope, input.planId)),
  facets: procedure
    .meta({ permission: 'action.read' })
    .input(actionFacetsInput)
    .output(actionFacetsOutput)
    .query(({ ctx, input }) => countFacets(ctx.db, ctx.scope, input)),
  search: procedure
    .meta({ permission: 'action.read' })
    .input(actionSearchInput)
    .output(actionSearchOutput)
    .query(({ ctx, input }) => searchEverything(ctx.db, ctx.scope, input)),
  mine: procedure
    .meta({ permission: 'action.read' })
    .output(mineOutput)
    .query(({ ctx }) => listMine(ctx.db, ctx.scope)),
  create: procedure
    .meta({ permission: 'action.create' })
    .input(actionCreateInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => createAction(ctx, ctx.scope, input)),
  edit: procedure
    .meta({ permission: 'action.edit' })
    .input(actionEditInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => editAction(ctx, ctx.scope, input)),
  assign: procedure
    .meta({ permission: 'action.assign' })
    .input(actionAssignInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => assignAction(ctx, ctx.scope, input)),
  changeDueDate: procedure
    .meta({ permission: 'action.setDueDate' })
    .input(actionChangeDueDateInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => changeDueDate(ctx, ctx.scope, input)),
  changeStatus: procedure
    .meta({ permission: 'action.changeStatus' })
    .input(actionChangeStatusInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => changeStatus(ctx, ctx.scope, input)),
  close: procedure
    .meta({ permission: 'action.close' })
    .input(actionCloseInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => closeAction(ctx, ctx.scope, input)),
  declareRag: procedure
    .meta({ permission: 'update.create' })
    .input(actionDeclareRagInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => declareRag(ctx, ctx.scope, input)),
  remove: procedure
    .meta({ permission: 'action.delete' })
    .input(actionRemoveInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => removeAction(ctx, ctx.scope, input)),
  restore: procedure
    .meta({ permission: 'action.delete' })
    .input(actionRestoreInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => restoreAction(ctx, ctx.scope, input)),
});
