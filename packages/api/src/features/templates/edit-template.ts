import type { TemplateEditInput, TemplateRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import {
  assertLive,
  assertNameIsFree,
  loadTemplate,
  templateFacts,
  writeTemplate,
} from './write-template.ts';

/** Changes what a template gives. Actions that began from it stay as they are. */
export async function editTemplate(
  ctx: Context,
  scope: Scope,
  input: TemplateEditInput,
): Promise<TemplateRef> {
  const data = templateFacts(input);
  return inTransaction(ctx.db, async (tx) => {
    const template = await loadTemplate(tx, scope, input.templateId);
    assertLive(template);
    await assertNameIsFree(tx, { planId: template.planId, name: data.name, except: template.id });
    return writeTemplate(tx, scope, template, input.version, { action: 'template.edit', data });
  });
}
