import type { IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import type { Permission } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { toIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * A live action round which something is planned, without writing to the action itself: milestones and dependencies
 * carry their own versions. Throws NOT_FOUND for what the person may not see, NOT_ALLOWED with the reason.
 */
export async function loadAction(tx: Tx, scope: Scope, permission: Permission, actionId: string) {
  const row = await tx.action.findFirst({
    where: { id: actionId, deletedAt: null },
    select: {
      ...ACTION_ACCESS_SELECT,
      status: true,
      priority: true,
      startDate: true,
      dueDate: true,
      recommendation: { select: { number: true } },
    },
  });
  if (!row) throw notFound('action');
  assertOnAction(scope, permission, actionRecord(row));
  const { recommendation, startDate, dueDate, ...action } = row;
  return {
    ...action,
    reference: actionReference(recommendation.number, row.number),
    startDate: toIsoDateOrNull(startDate) as IsoDate | null,
    dueDate: toIsoDateOrNull(dueDate),
  };
}
