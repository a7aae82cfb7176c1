import type { MadeVisitor, VisitorRenewInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { shownOnce } from './create-room.ts';
import { assertNotOver, lockVisitor } from './load-room.ts';
import { newKeys } from './make-visitor.ts';
import { logByLead } from './room-log.ts';

/**
 * A new link and code for a visitor who lost one, or whose link is locked. The earlier ones open nothing any more, and
 * whoever came in by them is out. Throws NOT_FOUND and RULE.
 */
export async function renewVisitor(
  ctx: Context,
  scope: Scope,
  input: VisitorRenewInput,
): Promise<MadeVisitor> {
  const { visitorId, idempotencyKey: key } = input;
  return inTransaction(ctx.db, async (tx) => {
    const earlier = await claimOnce(tx, scope, { key, operation: 'room.renewVisitor', entityId: newId() });
    if (earlier) throw shownOnce('A new link and code were made already, and shown.');
    const { room, visitor } = await lockVisitor(tx, scope, visitorId);
    assertNotOver(room, scope.now);
    if (visitor.revokedAt !== null) {
      throw new DomainError('RULE', 'This link was withdrawn, which is final. Add the visitor anew.');
    }
    const { shown, kept } = newKeys(ctx);
    await tx.roomVisitor.update({
      where: { id: visitorId },
      data: { ...kept, wrongCodes: 0, lockedAt: null },
      select: { id: true },
    });
    await tx.roomSession.deleteMany({ where: { visitorId } });
    await logByLead(tx, scope, room, { event: 'LINK_RENEWED', visitor });
    return { visitorId, label: visitor.label, ...shown };
  });
}
