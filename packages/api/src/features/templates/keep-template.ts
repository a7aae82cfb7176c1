import type { TemplateKeepInput, TemplateRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { asTemplateDays } from '@gt/domain/planning';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import type { Context } from '../../core/context.ts';
import { londonDate, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { insertTemplate, templateFacts } from './write-template.ts';

/**
 * Keeps an action as a template: its words, and its due date and milestones in days from its start, or from the day
 * it was added when it has no start. Who does it is never kept. The same intent twice gives the same template.
 */
export async function keepTemplate(
  ctx: Context,
  scope: Scope,
  input: TemplateKeepInput,
): Promise<TemplateRef> {
  const { actionId, name, forEveryPlan, idempotencyKey } = input;
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'template.keep', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { id: earlier, version: 1 };
    const { planId, ...facts } = await loadAction(tx, scope, actionId);
    return insertTemplate(tx, scope, { id, planId, forEveryPlan }, templateFacts({ name, ...facts }));
  });
}

async function loadAction(tx: Tx, scope: Scope, actionId: string) {
  const row = await tx.action.findFirst({
    where: { id: actionId, deletedAt: null },
    select: {
      ...ACTION_ACCESS_SELECT,
      title: true,
      detail: true,
      successMeasure: true,
      priority: true,
      startDate: true,
      dueDate: true,
      createdAt: true,
      redactedAt: true,
      milestones: {
        where: { deletedAt: null, redactedAt: null },
        select: { title: true, dueDate: true },
        orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!row) throw notFound('action');
  assertOnAction(scope, 'action.read', actionRecord(row));
  if (row.redactedAt) {
    throw new DomainError('RULE', 'The words of this action were destroyed, so there is nothing to keep.');
  }
  const { planId, title, detail, successMeasure, priority } = row;
  const spans = asTemplateDays({
    start: toIsoDateOrNull(row.startDate) ?? londonDate(row.createdAt),
    dueDate: toIsoDateOrNull(row.dueDate),
    milestones: row.milestones.map((item) => ({ title: item.title, dueDate: toIsoDate(item.dueDate) })),
  });
  return { planId, title, detail, successMeasure, priority, ...spans };
}
