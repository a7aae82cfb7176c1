import type { RedactableEntity } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { assertSaysNothing } from './assert-says-nothing.ts';
import { loadDestroyable } from './destroyable.ts';

/**
 * The first of two people asks for words or a file to be destroyed. Nothing is destroyed yet. The reason must not
 * repeat what is to vanish, because it stays. Throws NOT_FOUND, or RULE when somebody has asked already.
 */
export async function requestRedaction(
  ctx: Context,
  scope: Scope,
  input: { entity: RedactableEntity; entityId: string; reason: string; idempotencyKey: string },
): Promise<{ redactionId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: input.idempotencyKey, operation: 'redactions.request', entityId: id };
    const prior = await claimOnce(tx, scope, intent);
    if (prior) return { redactionId: prior };
    // Two who ask at the same moment take turns, and the second finds the first one's request.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${input.entityId}, 0))`;
    const target = await loadDestroyable(tx, scope, input.entity, input.entityId);
    if (target.texts.length === 0 && target.sha256s.length === 0) {
      throw new DomainError('RULE', 'This has been destroyed already: there is nothing left of it.');
    }
    assertSaysNothing('reason', input.reason, target.texts);
    const open = await tx.redaction.findFirst({
      where: { entity: input.entity, entityId: input.entityId, state: 'REQUESTED' },
      select: { id: true },
    });
    if (open)
      throw new DomainError('RULE', 'Somebody has asked for this already. It waits for a second person.');
    const { planId, reference } = target;
    await tx.redaction.create({
      data: {
        id,
        entity: input.entity,
        entityId: input.entityId,
        planId,
        reference,
        reason: input.reason,
        requestedById: scope.userId,
        requestedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'redaction.request',
      entityType: 'REDACTION',
      entityId: id,
      planId,
      after: { entity: input.entity, reference, reason: input.reason },
    });
    return { redactionId: id };
  });
}
