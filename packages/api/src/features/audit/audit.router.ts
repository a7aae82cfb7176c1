import { auditListInput, auditListOutput, auditVerdict } from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { readAudit } from './read-audit.ts';
import { verifyAudit } from './verify-audit.ts';

export const auditRouter = router({
  list: procedure
    .meta({ permission: 'audit.read' })
    .input(auditListInput)
    .output(auditListOutput)
    .query(({ ctx, input }) => readAudit(ctx, ctx.scope, input)),

  verify: procedure
    .meta({ permission: 'audit.read' })
    .output(auditVerdict)
    .mutation(({ ctx }) => verifyAudit(ctx, ctx.scope)),
});
