import {
  allPlansOut,
  inspectionAddInput,
  meetingListOut,
  meetingPreviewOut,
  meetingsInput,
  memberChoicesOut,
  nextMeetingsOut,
  planCreated,
  planCreateInput,
  planDetail,
  planEdited,
  planEditInput,
  planIdInput,
  planListOut,
  planMembersOut,
  planSettingsInput,
  planSettingsOut,
  rhythmFacts,
  setMemberInput,
  setMemberOut,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addInspection } from './add-inspection.ts';
import { listAllPlans } from './all-plans.repository.ts';
import { createPlan } from './create-plan.ts';
import { editPlan } from './edit-plan.ts';
import { editSettings } from './edit-settings.ts';
import { listMeetings, nextMeetings, previewMeetings } from './plan-meetings.ts';
import { listMemberChoices, listPlanMembers } from './plan-members.repository.ts';
import { getPlanSettings } from './plan-settings.repository.ts';
import { getPlan, listPlans } from './plans.repository.ts';
import { setMember } from './set-member.ts';

export const plansRouter = router({
  list: procedure
    .meta({ permission: 'plan.list' })
    .output(planListOut)
    .query(({ ctx }) => listPlans(ctx.db, ctx.scope)),
  all: procedure
    .meta({ permission: 'plan.read' })
    .output(allPlansOut)
    .query(({ ctx }) => listAllPlans(ctx.db, ctx.scope)),
  get: procedure
    .meta({ permission: 'plan.read' })
    .input(planIdInput)
    .output(planDetail)
    .query(({ ctx, input }) => getPlan(ctx.db, ctx.scope, input.planId)),
  meetings: procedure
    .meta({ permission: 'plan.read' })
    .input(meetingsInput)
    .output(meetingListOut)
    .query(({ ctx, input }) => listMeetings(ctx.db, ctx.scope, input)),
  nextMeetings: procedure
    .meta({ permission: 'plan.read' })
    .input(planIdInput)
    .output(nextMeetingsOut)
    .query(({ ctx, input }) => nextMeetings(ctx.db, ctx.scope, input.planId)),
  previewMeetings: procedure
    .meta({ permission: 'plan.edit' })
    .input(rhythmFacts)
    .output(meetingPreviewOut)
    .query(({ ctx, input }) => previewMeetings(ctx.scope, input)),
  create: procedure
    .meta({ permission: 'plan.create' })
    .input(planCreateInput)
    .output(planCreated)
    .mutation(({ ctx, input }) => createPlan(ctx, ctx.scope, input)),
  addInspection: procedure
    .meta({ permission: 'plan.edit' })
    .input(inspectionAddInput)
    .output(planCreated)
    .mutation(({ ctx, input }) => addInspection(ctx, ctx.scope, input)),
  edit: procedure
    .meta({ permission: 'plan.edit' })
    .input(planEditInput)
    .output(planEdited)
    .mutation(({ ctx, input }) => editPlan(ctx, ctx.scope, input)),
  members: procedure
    .meta({ permission: 'plan.read' })
    .input(planIdInput)
    .output(planMembersOut)
    .query(({ ctx, input }) => listPlanMembers(ctx.db, ctx.scope, input.planId)),
  memberChoices: procedure
    .meta({ permission: 'plan.edit' })
    .output(memberChoicesOut)
    .query(({ ctx }) => listMemberChoices(ctx.db, ctx.scope)),
  setMember: procedure
    .meta({ permission: 'plan.edit' })
    .input(setMemberInput)
    .output(setMemberOut)
    .mutation(({ ctx, input }) => setMember(ctx, ctx.scope, input)),
  settings: procedure
    .meta({ permission: 'plan.edit' })
    .input(planIdInput)
    .output(planSettingsOut)
    .query(({ ctx, input }) => getPlanSettings(ctx.db, ctx.scope, input.planId)),
  editSettings: procedure
    .meta({ permission: 'plan.edit' })
    .input(planSettingsInput)
    .output(planEdited)
    .mutation(({ ctx, input }) => editSettings(ctx, ctx.scope, input)),
});
