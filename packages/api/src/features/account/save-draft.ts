import type { DraftSaveInput } from '@gt/contracts/schemas';
import type { Context } from '../../core/context.ts';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * Keeps words being typed. A draft is the writer's own notepaper and no record of the plan, so it has neither
 * version nor audit row: the newest words win, and a redaction blanks it through entityType and entityId.
 */
export async function saveDraft(
  ctx: Context,
  scope: Scope,
  input: DraftSaveInput,
): Promise<{ key: string; updatedAt: string }> {
  const { key, entityType, entityId, body } = input;
  const saved = await ctx.db.draft.upsert({
    where: { userId_key: { userId: scope.userId, key } },
    create: { userId: scope.userId, key, entityType, entityId, body: body as object },
    update: { entityType, entityId, body: body as object },
    select: { key: true, updatedAt: true },
  });
  return { key: saved.key, updatedAt: toInstant(saved.updatedAt) };
}
