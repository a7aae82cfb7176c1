import {
  planIdInput,
  recommendationAdded,
  recommendationAddInput,
  recommendationEdited,
  recommendationEditInput,
  recommendationIdInput,
  recommendationListOut,
  recommendationOut,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addRecommendation } from './add-recommendation.ts';
import { editRecommendation } from './edit-recommendation.ts';
import { getRecommendation, listRecommendations } from './recommendations.repository.ts';

export const recommendationsRouter = router({
  list: procedure
    .meta({ permission: 'recommendation.read' })
    .input(planIdInput)
    .output(recommendationListOut)
    .query(({ ctx, input }) => listRecommendations(ctx.db, ctx.scope, input.planId)),
  get: procedure
    .meta({ permission: 'recommendation.read' })
    .input(recommendationIdInput)
    .output(recommendationOut)
    .query(({ ctx, input }) => getRecommendation(ctx.db, ctx.scope, input.recommendationId)),
  edit: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(recommendationEditInput)
    .output(recommendationEdited)
    .mutation(({ ctx, input }) => editRecommendation(ctx, ctx.scope, input)),
  add: procedure
    .meta({ permission: 'recommendation.edit' })
    .input(recommendationAddInput)
    .output(recommendationAdded)
    .mutation(({ ctx, input }) => addRecommendation(ctx, ctx.scope, input)),
});
