import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { listTeams } from './teams.repository.ts';

/** Teams, posts and holders. */
export function readTeams(ctx: Context, scope: Scope) {
  return listTeams(ctx.db, scope);
}
