import type { DueDateRequestInput, DueDateRequestRef } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { canOnAction } from '@gt/domain/authz';
import { requestDueDate as decideRequest } from '@gt/domain/planning';
import { actionRecord } from '../../core/action-access.ts';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, fromIsoDateOrNull, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { loadForWrite } from '../actions/write-action.ts';
import { requestRefOf } from './due-date-requests.repository.ts';
import { planLeads } from './plan-leads.ts';

/**
 * Asks for a new due date. The date stays until the programme lead agrees, or records that the board has; an action
 * has one open request at a time. The leads are told. The same intent twice gives the same request.
 */
export async function requestDueDate(
  ctx: Context,
  scope: Scope,
  input: DueDateRequestInput,
): Promise<DueDateRequestRef> {
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: input.idempotencyKey, operation: 'planning.requestDueDate', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return requestRefOf(tx, scope, earlier);
    // Two people who ask at once: the second sees the first one's request.
    await tx.$executeRaw`SELECT 1 FROM "action" WHERE "id" = ${input.actionId} FOR UPDATE`;
    const row = await loadForWrite(tx, scope, 'action.requestDueDate', input);
    const decision = decideRequest({
      status: row.status,
      startDate: toIsoDateOrNull(row.startDate),
      originalDueDate: toIsoDateOrNull(row.originalDueDate),
      dueDate: toIsoDateOrNull(row.dueDate),
      toDate: input.dueDate,
      reason: input.reason,
      today: scope.today,
      approval: await approvalOf(tx, row.planId),
      maySet: canOnAction(scope, 'action.setDueDate', actionRecord(row)).ok,
      pending: await pendingOn(tx, row.id),
    });
    if (!decision.ok)
      throw decision.rule ? new DomainError('RULE', decision.rule) : invalid(decision.problems);
    const { toDate, reason } = decision;
    const request = {
      fromDate: fromIsoDateOrNull(toIsoDateOrNull(row.dueDate)),
      toDate: fromIsoDate(toDate),
      reason,
    };
    await tx.dueDateRequest.create({
      data: { id, actionId: row.id, ...request, requestedById: scope.userId, requestedAt: scope.now },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'action.requestDueDate',
      entityType: 'ACTION',
      entityId: row.id,
      planId: row.planId,
      after: { requestedDate: toDate, reason },
    });
    await tell(tx, scope, {
      userIds: await planLeads(tx),
      kind: 'DATE_REQUESTED',
      planId: row.planId,
      actionId: row.id,
      sourceId: id,
    });
    return requestRefOf(tx, scope, id);
  });
}

async function approvalOf(tx: Tx, planId: string) {
  const plan = await tx.plan.findUnique({ where: { id: planId }, select: { dueDateApproval: true } });
  if (!plan) throw notFound('plan');
  return plan.dueDateApproval;
}

async function pendingOn(tx: Tx, actionId: string): Promise<{ toDate: IsoDate; requestedBy: string } | null> {
  const pending = await tx.dueDateRequest.findFirst({
    where: { actionId, state: 'PENDING' },
    select: { toDate: true, requestedById: true },
  });
  if (!pending) return null;
  const who = await tx.user.findUnique({ where: { id: pending.requestedById }, select: { name: true } });
  return { toDate: toIsoDate(pending.toDate), requestedBy: who?.name ?? 'Somebody' };
}
