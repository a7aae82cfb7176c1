import type { ScreeningAllowTextInput, ScreeningTextRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { allowText as decide, screenText } from '@gt/domain/screening';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { settleRefusal } from './load-screening.ts';
import { screeningOptions } from './screening-options.ts';
import { titleOfText } from './text-words.ts';
import { loadTypedTexts, sha256OfWords } from './typed-texts.ts';

/**
 * A verifier allows a typed text for packs although screening found in it what may say who somebody is, with a reason,
 * on record. It holds for exactly the words that were seen. Public editions leave them out all the same. Throws
 * NOT_FOUND, NOT_ALLOWED for one's own words, RULE, INVALID, and CONFLICT when the words were changed meanwhile.
 */
export async function allowText(
  ctx: Context,
  scope: Scope,
  input: ScreeningAllowTextInput,
): Promise<ScreeningTextRef> {
  const { planId, entity, entityId, field, sha256 } = input;
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: input.idempotencyKey, operation: 'screening.allowText', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { allowanceId: earlier };
    const texts = await loadTypedTexts(tx, scope, { planId, entityId });
    const text = texts.find((one) => one.entity === entity && one.field === field);
    if (!text) throw notFound('text');
    // Nobody allows words that they have not seen.
    if (sha256OfWords(text.words) !== sha256) throw await staleWrite(tx, entity, entityId, 1, {});
    const found = screenText(text.words, await screeningOptions(tx, scope.today));
    const decided = decide({
      found: found.filter(({ level }) => level === 'LIKELY').length,
      authorIds: text.authorIds,
      userId: scope.userId,
      reason: input.reason,
    });
    if (!decided.ok) throw settleRefusal(decided);
    const { reason } = decided;
    const allowed = { sha256, reason, allowedById: scope.userId, allowedAt: scope.now };
    await tx.textAllowance.upsert({
      where: { entityId_field: { entityId, field } },
      create: { id, planId, entity, entityId, field, ...allowed },
      update: { id, ...allowed, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'screening.allowText',
      entityType: entity,
      entityId,
      planId,
      after: { text: titleOfText(text), reason },
    });
    return { allowanceId: id };
  });
}
