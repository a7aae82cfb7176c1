import {
  evidenceAnswerInput,
  evidenceAskInput,
  evidenceByReferenceInput,
  evidenceCheckInput,
  evidenceContentOutput,
  evidenceDetail,
  evidenceDrawInput,
  evidenceEditInput,
  evidenceIdInput,
  evidenceLimits,
  evidenceLinkInput,
  evidenceListInput,
  evidenceListOutput,
  evidencePreviewOutput,
  evidenceQuestionRef,
  evidenceRef,
  evidenceRewriteInput,
  evidenceSampleOutput,
  evidenceSetUploadLimitInput,
  evidenceSupersedeInput,
  evidenceUnlinkInput,
  evidenceUploadOutput,
  evidenceVersionInput,
  evidenceWaitingInput,
  evidenceWaitingOutput,
  evidenceWithdrawInput,
  evidenceWriteInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { answerQuestion } from './answer-question.ts';
import { askAboutEvidence } from './ask-about-evidence.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkSample } from './check-sample.ts';
import { drawSample } from './draw-sample.ts';
import { editEvidence } from './edit-evidence.ts';
import { listEvidence, listWaiting } from './evidence.repository.ts';
import { evidenceContent } from './evidence-content.ts';
import { getEvidence, getEvidenceByReference } from './evidence-detail.repository.ts';
import { linkEvidence } from './link-evidence.ts';
import { previewEvidence } from './preview-evidence.ts';
import { rewriteEvidence } from './rewrite-evidence.ts';
import { sampleOf } from './sample.repository.ts';
import { setUploadLimit } from './set-upload-limit.ts';
import { supersedeEvidence } from './supersede-evidence.ts';
import { unlinkEvidence } from './unlink-evidence.ts';
import { evidenceLimitsOf } from './upload-limit.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';
import { writeDownEvidence } from './write-down-evidence.ts';

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
  content: procedure
    .meta({ permission: 'evidence.download' })
    .input(evidenceVersionInput)
    .output(evidenceContentOutput)
    .query(({ ctx, input }) => evidenceContent(ctx, ctx.scope, input.versionId)),
  preview: procedure
    .meta({ permission: 'evidence.download' })
    .input(evidenceVersionInput)
    .output(evidencePreviewOutput)
    .query(({ ctx, input }) => previewEvidence(ctx, ctx.scope, input.versionId)),
  write: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceWriteInput)
    .output(evidenceUploadOutput)
    .mutation(({ ctx, input }) => writeDownEvidence(ctx, ctx.scope, input)),
  rewrite: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceRewriteInput)
    .output(evidenceUploadOutput)
    .mutation(({ ctx, input }) => rewriteEvidence(ctx, ctx.scope, input)),
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
  ask: procedure
    .meta({ permission: 'evidence.check' })
    .input(evidenceAskInput)
    .output(evidenceQuestionRef)
    .mutation(({ ctx, input }) => askAboutEvidence(ctx, ctx.scope, input)),
  answer: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceAnswerInput)
    .output(evidenceQuestionRef)
    .mutation(({ ctx, input }) => answerQuestion(ctx, ctx.scope, input)),
  sample: procedure
    .meta({ permission: 'evidence.check' })
    .input(evidenceWaitingInput)
    .output(evidenceSampleOutput)
    .query(({ ctx, input }) => sampleOf(ctx.db, ctx.scope, input.planId)),
  drawSample: procedure
    .meta({ permission: 'evidence.check' })
    .input(evidenceDrawInput)
    .output(evidenceSampleOutput)
    .mutation(({ ctx, input }) => drawSample(ctx, ctx.scope, input)),
  checkSample: procedure
    .meta({ permission: 'evidence.check' })
    .input(evidenceCheckInput)
    .output(evidenceRef)
    .mutation(({ ctx, input }) => checkSample(ctx, ctx.scope, input)),
  supersede: procedure
    .meta({ permission: 'evidence.upload' })
    .input(evidenceSupersedeInput)
    .output(evidenceRef)
    .mutation(({ ctx, input }) => supersedeEvidence(ctx, ctx.scope, input)),
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
