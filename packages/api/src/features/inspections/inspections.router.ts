import { inspectionEdited, inspectionEditInput } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { editInspection } from './edit-inspection.ts';

export const inspectionsRouter = router({
  edit: procedure
    .meta({ permission: 'plan.edit' })
    .input(inspectionEditInput)
    .output(inspectionEdited)
    .mutation(({ ctx, input }) => editInspection(ctx, ctx.scope, input)),
});
