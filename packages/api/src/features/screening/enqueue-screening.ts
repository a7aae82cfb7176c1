import type { Tx } from '@gt/db';
import type { Context } from '../../core/context.ts';

/** Has one version of a file screened, in the transaction that wrote its row. */
export function enqueueScreening(ctx: Pick<Context, 'jobs'>, tx: Tx, versionId: string): Promise<void> {
  return ctx.jobs.enqueue(tx, 'evidence.screen', { versionId });
}
