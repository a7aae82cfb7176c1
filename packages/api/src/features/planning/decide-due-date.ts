import type { DueDateDecideInput, DueDateRequestRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { checkDueDateAnswer } from '@gt/domain/planning';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull, toIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { moveDueDate } from '../actions/move-due-date.ts';
import { loadForWrite } from '../actions/write-action.ts';
import { requestRefOf } from './due-date-requests.repository.ts';
import { loadRequest, type RequestForWrite, writeRequest } from './write-request.ts';

/**
 * Agrees or refuses a date that was asked for. Agreed, the date moves as it stands in the request, and the ledger
 * says who asked, who agreed and, where the plan leaves it to the board, on what day. Whoever asked is told.
 */
export async function decideDueDate(
  ctx: Context,
  scope: Scope,
  input: DueDateDecideInput,
): Promise<DueDateRequestRef> {
  return inTransaction(ctx.db, async (tx) => {
    const request = await loadRequest(tx, scope, 'action.setDueDate', input);
    const { isAgreed, note } = input;
    const problems = checkDueDateAnswer({ state: request.state, isAgreed, note });
    if (problems.length > 0) throw invalid(problems);
    const decided = { decidedById: scope.userId, decidedAt: scope.now, decisionNote: note };
    if (isAgreed) {
      const { agreedBy, agreedOn } = await moveAsAsked(tx, scope, request, input);
      const agreed = { agreedBy, agreedOn: fromIsoDateOrNull(agreedOn) };
      await writeRequest(tx, request, { state: 'AGREED', ...decided, ...agreed });
    } else {
      await writeRequest(tx, request, { state: 'REFUSED', ...decided });
      await recordAudit(tx, scope, {
        action: 'action.refuseDueDate',
        entityType: 'ACTION',
        entityId: request.actionId,
        planId: request.action.planId,
        after: { requestedDate: toIsoDate(request.toDate), requestedBy: request.requestedBy, note },
      });
    }
    await tell(tx, scope, {
      userIds: [request.requestedById],
      kind: 'DATE_DECIDED',
      planId: request.action.planId,
      actionId: request.actionId,
      sourceId: request.id,
    });
    return requestRefOf(tx, scope, request.id);
  });
}

/** The date was asked of the action as it is now: what else changed in it since does not matter to the date. */
async function moveAsAsked(tx: Tx, scope: Scope, request: RequestForWrite, input: DueDateDecideInput) {
  const { actionId, requestedById: userId, requestedBy: userName } = request;
  const { version } = request.action;
  const row = await loadForWrite(tx, scope, 'action.setDueDate', { actionId, version });
  return moveDueDate(tx, scope, row, {
    dueDate: toIsoDate(request.toDate),
    reason: request.reason,
    agreedOn: input.agreedOn,
    asked: { userId, userName, note: input.note },
  });
}
