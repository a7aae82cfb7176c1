import {
  askAnswerInput,
  askCreateInput,
  askIdInput,
  askListInput,
  askListOut,
  askOut,
  askWithdrawInput,
  askWritten,
  myAsksOut,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { answerAsk } from './answer-ask.ts';
import { getAsk, listAsks, myAsks } from './asks.repository.ts';
import { createAsk } from './create-ask.ts';
import { withdrawAsk } from './withdraw-ask.ts';

export const asksRouter = router({
  list: procedure
    .meta({ permission: 'recommendation.read' })
    .input(askListInput)
    .output(askListOut)
    .query(({ ctx, input }) => listAsks(ctx.db, ctx.scope, input)),
  mine: procedure
    .meta({ permission: 'evidence.upload' })
    .output(myAsksOut)
    .query(({ ctx }) => myAsks(ctx.db, ctx.scope)),
  get: procedure
    .meta({ permission: 'action.read' })
    .input(askIdInput)
    .output(askOut)
    .query(({ ctx, input }) => getAsk(ctx.db, ctx.scope, input.askId)),
  create: procedure
    .meta({ permission: 'evidence.ask' })
    .input(askCreateInput)
    .output(askWritten)
    .mutation(({ ctx, input }) => createAsk(ctx, ctx.scope, input)),
  answer: procedure
    .meta({ permission: 'evidence.upload' })
    .input(askAnswerInput)
    .output(askWritten)
    .mutation(({ ctx, input }) => answerAsk(ctx, ctx.scope, input)),
  withdraw: procedure
    .meta({ permission: 'evidence.ask' })
    .input(askWithdrawInput)
    .output(askWritten)
    .mutation(({ ctx, input }) => withdrawAsk(ctx, ctx.scope, input)),
});
