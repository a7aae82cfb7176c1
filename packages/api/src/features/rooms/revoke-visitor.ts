import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { lockVisitor } from './load-room.ts';
import { logByLead } from './room-log.ts';

/** Ends one visitor's access at once and for good; what they did stays in the log. Throws NOT_FOUND and RULE. */
export async function revokeVisitor(ctx: Context, scope: Scope, { visitorId }: { visitorId: string }) {
  return inTransaction(ctx.db, async (tx) => {
    const { room, visitor } = await lockVisitor(tx, scope, visitorId);
    if (visitor.revokedAt !== null) {
      throw new DomainError('RULE', 'This link was withdrawn already. Nothing had to be done.');
    }
    await tx.roomVisitor.update({
      where: { id: visitorId },
      data: { revokedAt: scope.now },
      select: { id: true },
    });
    await logByLead(tx, scope, room, { event: 'VISITOR_REVOKED', visitor });
    return { visitorId };
  });
}
