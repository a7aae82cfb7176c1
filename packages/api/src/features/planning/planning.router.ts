import {
  actionDuplicateInput,
  actionIdInput,
  actionMoveInput,
  actionPlanningOut,
  actionRef,
  actionSplitInput,
  binOut,
  dependencyInput,
  dependencyOut,
  dueDateDecideInput,
  dueDateDecideManyInput,
  dueDateDecideManyOutput,
  dueDateRequestInput,
  dueDateRequestListInput,
  dueDateRequestListOutput,
  dueDateRequestRef,
  dueDateWithdrawInput,
  milestoneAddInput,
  milestoneAtInput,
  milestoneEditInput,
  milestoneRef,
  milestoneTickInput,
  mismatchExplainInput,
  planIdInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { getActionPlanning } from './action-planning.repository.ts';
import { addDependency } from './add-dependency.ts';
import { addMilestone } from './add-milestone.ts';
import { listBin } from './bin.repository.ts';
import { decideDueDate } from './decide-due-date.ts';
import { decideDueDates } from './decide-due-dates.ts';
import { listDueDateRequests } from './due-date-requests.repository.ts';
import { duplicateAction } from './duplicate-action.ts';
import { editMilestone } from './edit-milestone.ts';
import { explainMismatch } from './explain-mismatch.ts';
import { moveAction } from './move-action.ts';
import { removeDependency } from './remove-dependency.ts';
import { removeMilestone } from './remove-milestone.ts';
import { requestDueDate } from './request-due-date.ts';
import { restoreMilestone } from './restore-milestone.ts';
import { splitAction } from './split-action.ts';
import { tickMilestone } from './tick-milestone.ts';
import { withdrawDueDate } from './withdraw-due-date.ts';

export const planningRouter = router({
  ofAction: procedure
    .meta({ permission: 'action.read' })
    .input(actionIdInput)
    .output(actionPlanningOut)
    .query(({ ctx, input }) => getActionPlanning(ctx.db, ctx.scope, input.actionId)),
  addMilestone: procedure
    .meta({ permission: 'action.plan' })
    .input(milestoneAddInput)
    .output(milestoneRef)
    .mutation(({ ctx, input }) => addMilestone(ctx, ctx.scope, input)),
  editMilestone: procedure
    .meta({ permission: 'action.plan' })
    .input(milestoneEditInput)
    .output(milestoneRef)
    .mutation(({ ctx, input }) => editMilestone(ctx, ctx.scope, input)),
  tickMilestone: procedure
    .meta({ permission: 'action.report' })
    .input(milestoneTickInput)
    .output(milestoneRef)
    .mutation(({ ctx, input }) => tickMilestone(ctx, ctx.scope, input)),
  removeMilestone: procedure
    .meta({ permission: 'action.plan' })
    .input(milestoneAtInput)
    .output(milestoneRef)
    .mutation(({ ctx, input }) => removeMilestone(ctx, ctx.scope, input)),
  restoreMilestone: procedure
    .meta({ permission: 'action.plan' })
    .input(milestoneAtInput)
    .output(milestoneRef)
    .mutation(({ ctx, input }) => restoreMilestone(ctx, ctx.scope, input)),
  addDependency: procedure
    .meta({ permission: 'action.plan' })
    .input(dependencyInput)
    .output(dependencyOut)
    .mutation(({ ctx, input }) => addDependency(ctx, ctx.scope, input)),
  removeDependency: procedure
    .meta({ permission: 'action.plan' })
    .input(dependencyInput)
    .output(dependencyOut)
    .mutation(({ ctx, input }) => removeDependency(ctx, ctx.scope, input)),
  dueDateRequests: procedure
    .meta({ permission: 'action.requestDueDate' })
    .input(dueDateRequestListInput)
    .output(dueDateRequestListOutput)
    .query(({ ctx, input }) => listDueDateRequests(ctx.db, ctx.scope, input)),
  requestDueDate: procedure
    .meta({ permission: 'action.requestDueDate' })
    .input(dueDateRequestInput)
    .output(dueDateRequestRef)
    .mutation(({ ctx, input }) => requestDueDate(ctx, ctx.scope, input)),
  withdrawDueDate: procedure
    .meta({ permission: 'action.requestDueDate' })
    .input(dueDateWithdrawInput)
    .output(dueDateRequestRef)
    .mutation(({ ctx, input }) => withdrawDueDate(ctx, ctx.scope, input)),
  decideDueDate: procedure
    .meta({ permission: 'action.setDueDate' })
    .input(dueDateDecideInput)
    .output(dueDateRequestRef)
    .mutation(({ ctx, input }) => decideDueDate(ctx, ctx.scope, input)),
  decideDueDates: procedure
    .meta({ permission: 'action.setDueDate' })
    .input(dueDateDecideManyInput)
    .output(dueDateDecideManyOutput)
    .mutation(({ ctx, input }) => decideDueDates(ctx, ctx.scope, input)),
  explainMismatch: procedure
    .meta({ permission: 'action.report' })
    .input(mismatchExplainInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => explainMismatch(ctx, ctx.scope, input)),
  duplicateAction: procedure
    .meta({ permission: 'action.create' })
    .input(actionDuplicateInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => duplicateAction(ctx, ctx.scope, input)),
  splitAction: procedure
    .meta({ permission: 'action.create' })
    .input(actionSplitInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => splitAction(ctx, ctx.scope, input)),
  moveAction: procedure
    .meta({ permission: 'action.move' })
    .input(actionMoveInput)
    .output(actionRef)
    .mutation(({ ctx, input }) => moveAction(ctx, ctx.scope, input)),
  bin: procedure
    .meta({ permission: 'action.delete' })
    .input(planIdInput)
    .output(binOut)
    .query(({ ctx, input }) => listBin(ctx.db, ctx.scope, input.planId)),
});
