import type { TemplateKeepInput, TemplateRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { asTemplateDays } from '@gt/domain/planning';
import type { Context } from '../../core/context.ts';
import { londonDate } from '../../core/dates.ts';
import { loadSourceAction } from '../../core/load-source-action.ts';
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
  const row = await loadSourceAction(tx, scope, actionId, 'keep');
  const { planId, title, detail, successMeasure, priority, startDate, dueDate, milestones } = row;
  const start = startDate ?? londonDate(row.createdAt);
  const spans = asTemplateDays({ start, dueDate, milestones });
  return { planId, title, detail, successMeasure, priority, ...spans };
}
