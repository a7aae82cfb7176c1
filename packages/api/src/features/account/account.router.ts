import {
  digestChoice,
  digestChoiceOutput,
  draftDiscarded,
  draftDiscardInput,
  draftListInput,
  draftListOutput,
  draftSaved,
  draftSaveInput,
  preference,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { readDigestChoice } from './digest-choice.repository.ts';
import { discardDraft } from './discard-draft.ts';
import { listDrafts } from './drafts.repository.ts';
import { readPreference } from './preference.repository.ts';
import { saveDraft } from './save-draft.ts';
import { setDigestChoice } from './set-digest-choice.ts';
import { setPreference } from './set-preference.ts';

export const accountRouter = router({
  listDrafts: procedure
    .meta({ permission: 'account.self' })
    .input(draftListInput)
    .output(draftListOutput)
    .query(async ({ ctx, input }) => ({ drafts: await listDrafts(ctx.db, ctx.scope, input.prefix) })),
  saveDraft: procedure
    .meta({ permission: 'account.self' })
    .input(draftSaveInput)
    .output(draftSaved)
    .mutation(({ ctx, input }) => saveDraft(ctx, ctx.scope, input)),
  discardDraft: procedure
    .meta({ permission: 'account.self' })
    .input(draftDiscardInput)
    .output(draftDiscarded)
    .mutation(({ ctx, input }) => discardDraft(ctx, ctx.scope, input)),
  preference: procedure
    .meta({ permission: 'account.self' })
    .output(preference)
    .query(({ ctx }) => readPreference(ctx.db, ctx.scope)),
  setPreference: procedure
    .meta({ permission: 'account.self' })
    .input(preference)
    .output(preference)
    .mutation(({ ctx, input }) => setPreference(ctx, ctx.scope, input)),
  digest: procedure
    .meta({ permission: 'account.self' })
    .output(digestChoiceOutput)
    .query(({ ctx }) => readDigestChoice(ctx, ctx.scope)),
  setDigest: procedure
    .meta({ permission: 'account.self' })
    .input(digestChoice)
    .output(digestChoiceOutput)
    .mutation(({ ctx, input }) => setDigestChoice(ctx, ctx.scope, input)),
});
