import {
  enquiryChoicesInput,
  enquiryChoicesOut,
  enquiryCreateInput,
  enquiryEditInput,
  enquiryListOut,
  enquiryRemoveInput,
  enquiryWritten,
  planIdInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { createEnquiry } from './create-enquiry.ts';
import { editEnquiry, removeEnquiry } from './edit-enquiry.ts';
import { listChoices, listEnquiries } from './enquiries.repository.ts';

export const enquiriesRouter = router({
  list: procedure
    .meta({ permission: 'recommendation.read' })
    .input(planIdInput)
    .output(enquiryListOut)
    .query(({ ctx, input }) => listEnquiries(ctx.db, ctx.scope, input.planId)),
  choices: procedure
    .meta({ permission: 'enquiry.edit' })
    .input(enquiryChoicesInput)
    .output(enquiryChoicesOut)
    .query(({ ctx, input }) => listChoices(ctx.db, ctx.scope, input)),
  create: procedure
    .meta({ permission: 'enquiry.edit' })
    .input(enquiryCreateInput)
    .output(enquiryWritten)
    .mutation(({ ctx, input }) => createEnquiry(ctx, ctx.scope, input)),
  edit: procedure
    .meta({ permission: 'enquiry.edit' })
    .input(enquiryEditInput)
    .output(enquiryWritten)
    .mutation(({ ctx, input }) => editEnquiry(ctx, ctx.scope, input)),
  remove: procedure
    .meta({ permission: 'enquiry.edit' })
    .input(enquiryRemoveInput)
    .output(enquiryWritten)
    .mutation(({ ctx, input }) => removeEnquiry(ctx, ctx.scope, input)),
});
