import {
  acceptInput,
  askBackInput,
  assigneesInput,
  assigneesOutput,
  bulkChangeInput,
  bulkOutput,
  offerAgainInput,
  undoInput,
  waitingOutput,
  workloadInput,
  workloadOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { acceptActions, askBack, offerAgain } from './answer-offer.ts';
import { listAssignees } from './assignees.repository.ts';
import { bulkChange } from './bulk-change.ts';
import { undoChanges } from './undo-changes.ts';
import { listWaiting } from './waiting.repository.ts';
import { readWorkload } from './workload.repository.ts';

export const assignmentsRouter = router({
  bulkChange: procedure
    .meta({ permission: 'action.read' })
    .input(bulkChangeInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => bulkChange(ctx, ctx.scope, input)),
  undo: procedure
    .meta({ permission: 'action.read' })
    .input(undoInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => undoChanges(ctx, ctx.scope, input)),
  accept: procedure
    .meta({ permission: 'action.accept' })
    .input(acceptInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => acceptActions(ctx, ctx.scope, input)),
  askBack: procedure
    .meta({ permission: 'action.accept' })
    .input(askBackInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => askBack(ctx, ctx.scope, input)),
  offerAgain: procedure
    .meta({ permission: 'action.assign' })
    .input(offerAgainInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => offerAgain(ctx, ctx.scope, input)),
  assignees: procedure
    .meta({ permission: 'action.assign' })
    .input(assigneesInput)
    .output(assigneesOutput)
    .query(({ ctx, input }) => listAssignees(ctx.db, ctx.scope, input.planId)),
  waiting: procedure
    .meta({ permission: 'action.accept' })
    .output(waitingOutput)
    .query(({ ctx }) => listWaiting(ctx.db, ctx.scope)),
  workload: procedure
    .meta({ permission: 'workload.read' })
    .input(workloadInput)
    .output(workloadOutput)
    .query(({ ctx, input }) => readWorkload(ctx.db, ctx.scope, input.planId)),
});
