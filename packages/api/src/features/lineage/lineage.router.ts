import {
  earlierAddInput,
  earlierEditInput,
  earlierItemAddInput,
  earlierItemEditInput,
  earlierItemWritten,
  earlierKnownInput,
  earlierKnownOut,
  earlierRemoveInput,
  earlierRestoreInput,
  earlierWritten,
  lineageDecided,
  lineageDecideInput,
  lineageHistoryOut,
  lineageMarksOut,
  lineageOut,
  lineageTakeBackInput,
  lineageTakenBack,
  planIdInput,
  recommendationIdInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addEarlier } from './add-earlier.ts';
import { addEarlierItem } from './add-earlier-item.ts';
import { decideLineage } from './decide-lineage.ts';
import { editEarlier } from './edit-earlier.ts';
import { editEarlierItem } from './edit-earlier-item.ts';
import { readKnownAlready } from './known-already.ts';
import { getHistory, getLineage } from './lineage.repository.ts';
import { readMarks } from './read-raised-before.ts';
import { removeEarlier } from './remove-earlier.ts';
import { restoreEarlier } from './restore-earlier.ts';
import { takeBackDecision } from './take-back-decision.ts';

export const lineageRouter = router({
  history: procedure
    .meta({ permission: 'recommendation.read' })
    .input(planIdInput)
    .output(lineageHistoryOut)
    .query(({ ctx, input }) => getHistory(ctx.db, ctx.scope, input.planId)),
  get: procedure
    .meta({ permission: 'recommendation.read' })
    .input(recommendationIdInput)
    .output(lineageOut)
    .query(({ ctx, input }) => getLineage(ctx.db, ctx.scope, input.recommendationId)),
  marks: procedure
    .meta({ permission: 'recommendation.read' })
    .input(planIdInput)
    .output(lineageMarksOut)
    .query(({ ctx, input }) => readMarks(ctx.db, ctx.scope, input.planId)),
  decide: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(lineageDecideInput)
    .output(lineageDecided)
    .mutation(({ ctx, input }) => decideLineage(ctx, ctx.scope, input)),
  takeBack: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(lineageTakeBackInput)
    .output(lineageTakenBack)
    .mutation(({ ctx, input }) => takeBackDecision(ctx, ctx.scope, input)),
  known: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(earlierKnownInput)
    .output(earlierKnownOut)
    .query(({ ctx, input }) => readKnownAlready(ctx.db, ctx.scope, input)),
  addInspection: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(earlierAddInput)
    .output(earlierWritten)
    .mutation(({ ctx, input }) => addEarlier(ctx, ctx.scope, input)),
  editInspection: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(earlierEditInput)
    .output(earlierWritten)
    .mutation(({ ctx, input }) => editEarlier(ctx, ctx.scope, input)),
  removeInspection: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(earlierRemoveInput)
    .output(earlierWritten)
    .mutation(({ ctx, input }) => removeEarlier(ctx, ctx.scope, input)),
  restoreInspection: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(earlierRestoreInput)
    .output(earlierWritten)
    .mutation(({ ctx, input }) => restoreEarlier(ctx, ctx.scope, input)),
  addItem: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(earlierItemAddInput)
    .output(earlierItemWritten)
    .mutation(({ ctx, input }) => addEarlierItem(ctx, ctx.scope, input)),
  editItem: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(earlierItemEditInput)
    .output(earlierItemWritten)
    .mutation(({ ctx, input }) => editEarlierItem(ctx, ctx.scope, input)),
});
