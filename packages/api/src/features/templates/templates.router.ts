import {
  templateCreateInput,
  templateEditInput,
  templateKeepInput,
  templateListInput,
  templateListOutput,
  templateRef,
  templateVersionInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { createTemplate } from './create-template.ts';
import { editTemplate } from './edit-template.ts';
import { keepTemplate } from './keep-template.ts';
import { removeTemplate } from './remove-template.ts';
import { restoreTemplate } from './restore-template.ts';
import { listTemplates } from './templates.repository.ts';

export const templatesRouter = router({
  list: procedure
    .meta({ permission: 'action.create' })
    .input(templateListInput)
    .output(templateListOutput)
    .query(({ ctx, input }) => listTemplates(ctx.db, ctx.scope, input.planId)),
  create: procedure
    .meta({ permission: 'action.plan' })
    .input(templateCreateInput)
    .output(templateRef)
    .mutation(({ ctx, input }) => createTemplate(ctx, ctx.scope, input)),
  keep: procedure
    .meta({ permission: 'action.plan' })
    .input(templateKeepInput)
    .output(templateRef)
    .mutation(({ ctx, input }) => keepTemplate(ctx, ctx.scope, input)),
  edit: procedure
    .meta({ permission: 'action.plan' })
    .input(templateEditInput)
    .output(templateRef)
    .mutation(({ ctx, input }) => editTemplate(ctx, ctx.scope, input)),
  remove: procedure
    .meta({ permission: 'action.plan' })
    .input(templateVersionInput)
    .output(templateRef)
    .mutation(({ ctx, input }) => removeTemplate(ctx, ctx.scope, input)),
  restore: procedure
    .meta({ permission: 'action.plan' })
    .input(templateVersionInput)
    .output(templateRef)
    .mutation(({ ctx, input }) => restoreTemplate(ctx, ctx.scope, input)),
});
