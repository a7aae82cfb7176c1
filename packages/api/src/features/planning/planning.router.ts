import {
  dueDateDecideInput,
  dueDateDecideManyInput,
  dueDateDecideManyOutput,
  dueDateRequestInput,
  dueDateRequestListInput,
  dueDateRequestListOutput,
  dueDateRequestRef,
  dueDateWithdrawInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { decideDueDate } from './decide-due-date.ts';
import { decideDueDates } from './decide-due-dates.ts';
import { listDueDateRequests } from './due-date-requests.repository.ts';
import { requestDueDate } from './request-due-date.ts';
import { withdrawDueDate } from './withdraw-due-date.ts';

export const planningRouter = router({
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
});
