import {
  closeRecommendationInput,
  closureStandingOut,
  closureWritten,
  correctCheckInput,
  recommendationIdInput,
  reopenRecommendationInput,
  sustainCheckInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { closeRecommendation } from './close-recommendation.ts';
import { getClosure } from './closure.repository.ts';
import { correctCheck } from './correct-check.ts';
import { makeCheck } from './make-check.ts';
import { reopenRecommendation } from './reopen-recommendation.ts';

export const closureRouter = router({
  get: procedure
    .meta({ permission: 'recommendation.read' })
    .input(recommendationIdInput)
    .output(closureStandingOut)
    .query(({ ctx, input }) => getClosure(ctx.db, ctx.scope, input.recommendationId)),
  close: procedure
    .meta({ permission: 'recommendation.close' })
    .input(closeRecommendationInput)
    .output(closureWritten)
    .mutation(({ ctx, input }) => closeRecommendation(ctx, ctx.scope, input)),
  reopen: procedure
    .meta({ permission: 'recommendation.close' })
    .input(reopenRecommendationInput)
    .output(closureWritten)
    .mutation(({ ctx, input }) => reopenRecommendation(ctx, ctx.scope, input)),
  check: procedure
    .meta({ permission: 'recommendation.close' })
    .input(sustainCheckInput)
    .output(closureWritten)
    .mutation(({ ctx, input }) => makeCheck(ctx, ctx.scope, input)),
  correctCheck: procedure
    .meta({ permission: 'recommendation.close' })
    .input(correctCheckInput)
    .output(closureWritten)
    .mutation(({ ctx, input }) => correctCheck(ctx, ctx.scope, input)),
});
