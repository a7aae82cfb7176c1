import type { Preference } from '@gt/contracts/schemas';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

/** Keeps how a person likes to work. It is theirs alone and no record of the plan: the newest choice wins. */
export function setPreference(ctx: Context, scope: Scope, input: Preference): Promise<Preference> {
  return ctx.db.preference.upsert({
    where: { userId: scope.userId },
    create: { userId: scope.userId, ...input },
    update: input,
    select: { singleKeys: true },
  });
}
