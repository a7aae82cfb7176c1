import type { DigestChoice, DigestChoiceOut } from '@gt/contracts/schemas';
import { validateDigestHours } from '@gt/domain/reminder';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { readDigestChoice } from './digest-choice.repository.ts';

/** Keeps how a person wants the mail of a day. It is theirs alone: the newest choice wins. Throws INVALID. */
export async function setDigestChoice(
  ctx: Context,
  scope: Scope,
  input: DigestChoice,
): Promise<DigestChoiceOut> {
  const problems = validateDigestHours(input);
  if (problems.length > 0) throw invalid(problems);
  const { userId } = scope;
  const chosen = { ...input, digestDays: [...input.digestDays].sort() };
  await ctx.db.preference.upsert({
    where: { userId },
    create: { userId, ...chosen },
    update: chosen,
    select: { userId: true },
  });
  return readDigestChoice(ctx, scope);
}
