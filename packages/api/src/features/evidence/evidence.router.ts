import {
  evidenceByReferenceInput,
  evidenceCheckInput,
  evidenceDetail,
  evidenceEditInput,
  evidenceIdInput,
  evidenceLimits,
  evidenceLinkInput,
  evidenceListInput,
  evidenceListOutput,
  evidenceRef,
  evidenceSetUploadLimitInput,
  evidenceUnlinkInput,
  evidenceWaitingInput,
  evidenceWaitingOutput,
  evidenceWithdrawInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { checkEvidence } from './check-evidence.ts';
import { editEvidence } from './edit-evidence.ts';
import { listEvidence, listWaiting } from './evidence.repository.ts';
import { getEvidence, getEvidenceByReference } from './evidence-detail.repository.ts';
import { linkEvidence } from './link-evidence.ts';
import { setUploadLimit } from './set-upload-limit.ts';
import { unlinkEvidence } from './unlink-evidence.ts';
import { evidenceLimitsOf } from './upload-limit.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';

export const evidenceRouter = router({
  list: procedure
    .meta({ permission: 'evidence.list' })
    .input(evidenceListInput)
    .output(evidenceListOutput)
    .query(({ ctx, input }) => listEvidence(ctx.db, ctx.scope, input)),
  get: procedure
    .meta({ permission: 'evidence.list' })
    .input(evidenceIdInput)
    .output(evidenceDetail)
    .query(({ ctx, input }) => getEvidence(ctx.db, ctx.scope, input.evidenceId)),
  byReference: procedure
    .meta({ permission: 'evidence.list' })
    .input(evidenceByReferenceInput)
    .output(evidenceDetail)
    .query(({ ctx, input }) => getEvidenceByReference(ctx.db, ctx.scope, input)),
  waiting: procedure
    .meta({ permission: 'evidence.check' })
    .input(evidenceWaitingInput)
    .output(evidenceWaitingOutput)
    .query(({ ctx, input }) => listWaiting(ctx.db, ctx.scope, input.planId)),
  limits: procedure
    .meta({ permission: 'account.self' })
    .output(evidenceLimits)
    .query(({ ctx }) => evidenceLimitsOf(ctx, ctx.scope)),
  edit: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceEditInput)
    .output(evidenceRef)
    .mutation(({ ctx, input }) => editEvidence(ctx, ctx.scope, input)),
  link: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceLinkInput)
    .output(evidenceRef)
    .mutation(({ ctx, input }) => linkEvidence(ctx, ctx.scope, input)),
  unlink: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceUnlinkInput)
    .output(evidenceRef)
    .mutation(({ ctx, input }) => unlinkEvidence(ctx, ctx.scope, input)),
  check: procedure
    .meta({ permission: 'evidence.check' })
    .input(evidenceCheckInput)
    .output(evidenceRef)
    .mutation(({ ctx, input }) => checkEvidence(ctx, ctx.scope, input)),
  withdraw: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceWithdrawInput)
    .output(evidenceRef)
    .mutation(({ ctx, input }) => withdrawEvidence(ctx, ctx.scope, input)),
  setUploadLimit: procedure
    .meta({ permission: 'settings.edit' })
    .input(evidenceSetUploadLimitInput)
    .output(evidenceLimits)
    .mutation(({ ctx, input }) => setUploadLimit(ctx, ctx.scope, input)),
});
