import {
  id,
  redactionDecideInput,
  redactionId,
  redactionIdInput,
  redactionList,
  redactionPreview,
  redactionRequestInput,
} from '@gt/contracts/schemas';
import { z } from 'zod';
import { procedure, router } from '../../core/trpc.ts';
import { decideRedaction } from './decide-redaction.ts';
import { previewRedaction } from './preview-redaction.ts';
import { readRedactions } from './read-redactions.ts';
import { requestRedaction } from './request-redaction.ts';

export const redactionsRouter = router({
  /** What waits for a second person, and what became of the rest. */
  list: procedure
    .meta({ permission: 'redaction.read' })
    .input(z.object({ planId: id.nullable().default(null) }))
    .output(redactionList)
    .query(({ ctx, input }) => readRedactions(ctx, ctx.scope, input.planId)),

  preview: procedure
    .meta({ permission: 'redaction.decide' })
    .input(redactionIdInput)
    .output(redactionPreview)
    .query(({ ctx, input }) => previewRedaction(ctx, ctx.scope, input)),

  request: procedure
    .meta({ permission: 'redaction.request' })
    .input(redactionRequestInput)
    .output(redactionId)
    .mutation(({ ctx, input }) => requestRedaction(ctx, ctx.scope, input)),

  decide: procedure
    .meta({ permission: 'redaction.decide' })
    .input(redactionDecideInput)
    .output(redactionId)
    .mutation(({ ctx, input }) => decideRedaction(ctx, ctx.scope, input)),
});
