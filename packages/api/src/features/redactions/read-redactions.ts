import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { listRedactions } from './redactions.repository.ts';

/** Requests to destroy, with whether this person may be the second of the two. */
export function readRedactions(ctx: Context, scope: Scope, planId: string | null) {
  return listRedactions(ctx.db, scope, planId);
}
