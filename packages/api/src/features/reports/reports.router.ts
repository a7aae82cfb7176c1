import {
  planIdInput,
  reportAllowInput,
  reportApproveInput,
  reportCompareInput,
  reportDifferenceOut,
  reportIdInput,
  reportIssueInput,
  reportListOut,
  reportLogoInput,
  reportMakeInput,
  reportOut,
  reportPreviewOut,
  reportRegenerateInput,
  reportSaveInput,
  reportSubmitInput,
  reportTemplateSaveInput,
  reportTemplatesOut,
  reportUnapproveInput,
  reportVersionInput,
  reportWritten,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { allowWords } from './allow-words.ts';
import { approveReport } from './approve-report.ts';
import { compareReports } from './compare-reports.ts';
import { makePublic, previewPublic } from './make-public.ts';
import { makeReport } from './make-report.ts';
import { newVersion } from './new-version.ts';
import { regenerateReport } from './regenerate-report.ts';
import { getReport, listReports } from './reports.repository.ts';
import { requestIssue } from './request-issue.ts';
import { saveReport } from './save-report.ts';
import { saveTemplate } from './save-template.ts';
import { setLogo } from './set-logo.ts';
import { submitStatement } from './submit-statement.ts';
import { loadTemplates } from './templates.repository.ts';
import { unapproveReport } from './unapprove-report.ts';

export const reportsRouter = router({
  list: procedure
    .meta({ permission: 'report.read' })
    .input(planIdInput)
    .output(reportListOut)
    .query(({ ctx, input }) => listReports(ctx.db, ctx.scope, input.planId)),
  get: procedure
    .meta({ permission: 'report.read' })
    .input(reportIdInput)
    .output(reportOut)
    .query(({ ctx, input }) => getReport(ctx.db, ctx.scope, input.reportId)),
  make: procedure
    .meta({ permission: 'report.edit' })
    .input(reportMakeInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => makeReport(ctx, ctx.scope, input)),
  save: procedure
    .meta({ permission: 'report.edit' })
    .input(reportSaveInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => saveReport(ctx, ctx.scope, input)),
  regenerate: procedure
    .meta({ permission: 'report.edit' })
    .input(reportRegenerateInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => regenerateReport(ctx, ctx.scope, input)),
  issue: procedure
    .meta({ permission: 'report.issue' })
    .input(reportIssueInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => requestIssue(ctx, ctx.scope, input)),
  newVersion: procedure
    .meta({ permission: 'report.edit' })
    .input(reportVersionInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => newVersion(ctx, ctx.scope, input)),
  publicPreview: procedure
    .meta({ permission: 'report.edit' })
    .input(reportIdInput)
    .output(reportPreviewOut)
    .query(({ ctx, input }) => previewPublic(ctx, ctx.scope, input)),
  makePublic: procedure
    .meta({ permission: 'report.edit' })
    .input(reportVersionInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => makePublic(ctx, ctx.scope, input)),
  allow: procedure
    .meta({ permission: 'report.edit' })
    .input(reportAllowInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => allowWords(ctx, ctx.scope, input)),
  approve: procedure
    .meta({ permission: 'report.issue' })
    .input(reportApproveInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => approveReport(ctx, ctx.scope, input)),
  unapprove: procedure
    .meta({ permission: 'report.issue' })
    .input(reportUnapproveInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => unapproveReport(ctx, ctx.scope, input)),
  submit: procedure
    .meta({ permission: 'report.issue' })
    .input(reportSubmitInput)
    .output(reportWritten)
    .mutation(({ ctx, input }) => submitStatement(ctx, ctx.scope, input)),
  compare: procedure
    .meta({ permission: 'report.read' })
    .input(reportCompareInput)
    .output(reportDifferenceOut)
    .query(({ ctx, input }) => compareReports(ctx, ctx.scope, input)),
  templates: procedure
    .meta({ permission: 'report.template' })
    .output(reportTemplatesOut)
    .query(({ ctx }) => loadTemplates(ctx.db, ctx.scope)),
  saveTemplate: procedure
    .meta({ permission: 'report.template' })
    .input(reportTemplateSaveInput)
    .output(reportTemplatesOut)
    .mutation(({ ctx, input }) => saveTemplate(ctx, ctx.scope, input)),
  setLogo: procedure
    .meta({ permission: 'report.template' })
    .input(reportLogoInput)
    .output(reportTemplatesOut)
    .mutation(({ ctx, input }) => setLogo(ctx, ctx.scope, input)),
});
