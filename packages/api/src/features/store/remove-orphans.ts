import type { StoreRemoved } from '@gt/contracts/schemas';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { sweepFiles } from './sweep-files.ts';

/** Removes what no row names and is older than a day, now rather than in the night. What went is on record. */
export async function removeOrphans(ctx: Context, scope: Scope): Promise<StoreRemoved> {
  const { orphans, temporaries } = await sweepFiles(ctx, { remove: true, who: scope });
  return { orphans: orphans.length, temporaries };
}
