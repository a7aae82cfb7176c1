import type { DueDateApproval, IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';

/** A date set by hand answers the open request for just that date: it is agreed, and whoever asked is told. */
export async function settlePendingRequest(
  tx: Tx,
  scope: Scope,
  action: { id: string; planId: string },
  set: { toDate: IsoDate; agreedBy: DueDateApproval; agreedOn: IsoDate | null },
): Promise<void> {
  const pending = await tx.dueDateRequest.findFirst({
    where: { actionId: action.id, state: 'PENDING', toDate: fromIsoDate(set.toDate) },
    select: { id: true, requestedById: true },
  });
  if (!pending) return;
  await tx.dueDateRequest.updateMany({
    where: { id: pending.id, state: 'PENDING' },
    data: {
      state: 'AGREED',
      decidedById: scope.userId,
      decidedAt: scope.now,
      agreedBy: set.agreedBy === 'NONE' ? 'LEAD' : set.agreedBy,
      agreedOn: fromIsoDateOrNull(set.agreedOn),
      version: { increment: 1 },
    },
  });
  await tell(tx, scope, {
    userIds: [pending.requestedById],
    kind: 'DATE_DECIDED',
    planId: action.planId,
    actionId: action.id,
    sourceId: pending.id,
  });
}
