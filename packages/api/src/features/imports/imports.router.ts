import {
  importConfirmInput,
  importIdInput,
  importJoinInput,
  importOut,
  importPageInput,
  importPageOut,
  planCreated,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { confirmImport, joinImport } from './confirm-import.ts';
import { importPage } from './import-page.ts';
import { getImport } from './imports.repository.ts';

export const importsRouter = router({
  get: procedure
    .meta({ permission: 'plan.create' })
    .input(importIdInput)
    .output(importOut)
    .query(({ ctx, input }) => getImport(ctx.db, ctx.scope, input.importId)),
  page: procedure
    .meta({ permission: 'plan.create' })
    .input(importPageInput)
    .output(importPageOut)
    .query(({ ctx, input }) => importPage(ctx, ctx.scope, input)),
  confirm: procedure
    .meta({ permission: 'plan.create' })
    .input(importConfirmInput)
    .output(planCreated)
    .mutation(({ ctx, input }) => confirmImport(ctx, ctx.scope, input)),
  join: procedure
    .meta({ permission: 'plan.create' })
    .input(importJoinInput)
    .output(planCreated)
    .mutation(({ ctx, input }) => joinImport(ctx, ctx.scope, input)),
});
