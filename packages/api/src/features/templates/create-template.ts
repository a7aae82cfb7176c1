import type { TemplateCreateInput, TemplateRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { insertTemplate, templateFacts } from './write-template.ts';

/** Makes a template. The same intent twice gives the same template. */
export async function createTemplate(
  ctx: Context,
  scope: Scope,
  input: TemplateCreateInput,
): Promise<TemplateRef> {
  const { planId, forEveryPlan, idempotencyKey } = input;
  const facts = templateFacts(input);
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'template.create', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { id: earlier, version: 1 };
    return insertTemplate(tx, scope, { id, planId, forEveryPlan }, facts);
  });
}
