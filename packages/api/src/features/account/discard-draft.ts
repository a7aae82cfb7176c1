import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

/** Throws a draft away, after its words were sent or given up. Doing it twice is as good as once. */
export async function discardDraft(
  ctx: Context,
  scope: Scope,
  input: { key: string },
): Promise<{ discarded: boolean }> {
  const { count } = await ctx.db.draft.deleteMany({ where: { userId: scope.userId, key: input.key } });
  return { discarded: count > 0 };
}
