import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

/** Asks for a check of rows against files, in the background: reading every file takes its time. */
export async function requestCheck(ctx: Context, scope: Scope): Promise<{ requested: true }> {
  await inTransaction(ctx.db, async (tx) => {
    await recordAudit(tx, scope, {
      action: 'files.requestCheck',
      entityType: 'STORE',
      entityId: 'files',
      planId: null,
    });
    await ctx.jobs.enqueue(tx, 'store.check', { by: scope.userName }, { singletonKey: 'store.check' });
  });
  return { requested: true };
}
