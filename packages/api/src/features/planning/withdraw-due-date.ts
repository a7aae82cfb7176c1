import type { DueDateRequestRef, DueDateWithdrawInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import { DomainError, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { requestRefOf } from './due-date-requests.repository.ts';
import { loadRequest, writeRequest } from './write-request.ts';

/** Takes back one's own request before it is answered. The ledger keeps that it was made. */
export async function withdrawDueDate(
  ctx: Context,
  scope: Scope,
  input: DueDateWithdrawInput,
): Promise<DueDateRequestRef> {
  return inTransaction(ctx.db, async (tx) => {
    const request = await loadRequest(tx, scope, 'action.read', input);
    if (request.requestedById !== scope.userId) {
      throw notAllowed('Only whoever asked can withdraw a request. The programme lead can refuse it.');
    }
    if (request.state !== 'PENDING') {
      throw new DomainError('RULE', 'This request has been answered, so it cannot be withdrawn.');
    }
    await writeRequest(tx, request, { state: 'WITHDRAWN', decidedById: scope.userId, decidedAt: scope.now });
    await recordAudit(tx, scope, {
      action: 'action.withdrawDueDate',
      entityType: 'ACTION',
      entityId: request.actionId,
      planId: request.action.planId,
      after: { requestedDate: toIsoDate(request.toDate) },
    });
    return requestRefOf(tx, scope, request.id);
  });
}
