import {
  planIdInput,
  reportAllowInput,
  reportApproveInput,
  reportCompareInput,
  reportDifferenceOut,
  reportIdInput,
  reportIssueInput,
  reportListOut,
  reportMakeInput,
  reportOut,
  reportPreviewOut,
  reportRegenerateInput,
  reportSaveInput,
  reportSubmitInput,
  reportUnapproveInput,
  reportVersionInput,
  reportWritten,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { notYet } from './not-yet.ts';

export const reportsRouter = router({
  list: procedure
    .meta({ permission: 'report.read' })
    .input(planIdInput)
    .output(reportListOut)
    .query(() => notYet()),
  get: procedure
    .meta({ permission: 'report.read' })
    .input(reportIdInput)
    .output(reportOut)
    .query(() => notYet()),
  make: procedure
    .meta({ permission: 'report.edit' })
    .input(reportMakeInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  save: procedure
    .meta({ permission: 'report.edit' })
    .input(reportSaveInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  regenerate: procedure
    .meta({ permission: 'report.edit' })
    .input(reportRegenerateInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  issue: procedure
    .meta({ permission: 'report.issue' })
    .input(reportIssueInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  newVersion: procedure
    .meta({ permission: 'report.edit' })
    .input(reportVersionInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  publicPreview: procedure
    .meta({ permission: 'report.edit' })
    .input(reportIdInput)
    .output(reportPreviewOut)
    .query(() => notYet()),
  makePublic: procedure
    .meta({ permission: 'report.edit' })
    .input(reportVersionInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  allow: procedure
    .meta({ permission: 'report.edit' })
    .input(reportAllowInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  approve: procedure
    .meta({ permission: 'report.issue' })
    .input(reportApproveInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  unapprove: procedure
    .meta({ permission: 'report.issue' })
    .input(reportUnapproveInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  submit: procedure
    .meta({ permission: 'report.issue' })
    .input(reportSubmitInput)
    .output(reportWritten)
    .mutation(() => notYet()),
  compare: procedure
    .meta({ permission: 'report.read' })
    .input(reportCompareInput)
    .output(reportDifferenceOut)
    .query(() => notYet()),
});
