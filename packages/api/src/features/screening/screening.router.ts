import {
  screeningAgainInput,
  screeningAgainOutput,
  screeningAllowTextInput,
  screeningDecideInput,
  screeningJustifyInput,
  screeningOfInput,
  screeningOfOutput,
  screeningOfReviewInput,
  screeningOfReviewOutput,
  screeningOpenInput,
  screeningOpenOutput,
  screeningRef,
  screeningSetSettingsInput,
  screeningSettings,
  screeningTakeBackTextInput,
  screeningTextRef,
  screeningTextsInput,
  screeningTextsOutput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { allowText } from './allow-text.ts';
import { decideScreening } from './decide-screening.ts';
import { justifyScreening } from './justify-screening.ts';
import { listScreenedTexts } from './list-texts.ts';
import { screenAgain } from './screen-again.ts';
import { screenReview } from './screen-review.ts';
import { listOpenScreenings, screeningOf } from './screening.repository.ts';
import { readScreeningSettings } from './screening-options.ts';
import { setScreeningSettings } from './set-settings.ts';
import { takeBackText } from './take-back-text.ts';

export const screeningRouter = router({
  of: procedure
    .meta({ permission: 'evidence.list' })
    .input(screeningOfInput)
    .output(screeningOfOutput)
    .query(({ ctx, input }) => screeningOf(ctx.db, ctx.scope, input.evidenceId)),
  open: procedure
    .meta({ permission: 'evidence.list' })
    .input(screeningOpenInput)
    .output(screeningOpenOutput)
    .query(({ ctx, input }) => listOpenScreenings(ctx.db, ctx.scope, input.planId)),
  ofReview: procedure
    .meta({ permission: 'review.read' })
    .input(screeningOfReviewInput)
    .output(screeningOfReviewOutput)
    .query(({ ctx, input }) => screenReview(ctx.db, ctx.scope, input.reviewId)),
  justify: procedure
    .meta({ permission: 'evidence.upload' })
    .input(screeningJustifyInput)
    .output(screeningRef)
    .mutation(({ ctx, input }) => justifyScreening(ctx, ctx.scope, input)),
  decide: procedure
    .meta({ permission: 'evidence.check' })
    .input(screeningDecideInput)
    .output(screeningRef)
    .mutation(({ ctx, input }) => decideScreening(ctx, ctx.scope, input)),
  again: procedure
    .meta({ permission: 'evidence.upload' })
    .input(screeningAgainInput)
    .output(screeningAgainOutput)
    .mutation(({ ctx, input }) => screenAgain(ctx, ctx.scope, input)),
  texts: procedure
    .meta({ permission: 'recommendation.read' })
    .input(screeningTextsInput)
    .output(screeningTextsOutput)
    .query(({ ctx, input }) => listScreenedTexts(ctx.db, ctx.scope, input.planId)),
  allowText: procedure
    .meta({ permission: 'evidence.check' })
    .input(screeningAllowTextInput)
    .output(screeningTextRef)
    .mutation(({ ctx, input }) => allowText(ctx, ctx.scope, input)),
  takeBackText: procedure
    .meta({ permission: 'evidence.check' })
    .input(screeningTakeBackTextInput)
    .output(screeningTextRef)
    .mutation(({ ctx, input }) => takeBackText(ctx, ctx.scope, input)),
  settings: procedure
    .meta({ permission: 'account.self' })
    .output(screeningSettings)
    .query(({ ctx }) => readScreeningSettings(ctx.db, ctx.scope)),
  setSettings: procedure
    .meta({ permission: 'settings.edit' })
    .input(screeningSetSettingsInput)
    .output(screeningSettings)
    .mutation(({ ctx, input }) => setScreeningSettings(ctx, ctx.scope, input)),
});
