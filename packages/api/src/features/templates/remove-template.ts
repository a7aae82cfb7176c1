import type { TemplateRef, TemplateVersionInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { assertLive, loadTemplate, writeTemplate } from './write-template.ts';

/** Removes a template; for a day it can be brought back. */
export async function removeTemplate(
  ctx: Context,
  scope: Scope,
  input: TemplateVersionInput,
): Promise<TemplateRef> {
  return inTransaction(ctx.db, async (tx) => {
    const template = await loadTemplate(tx, scope, input.templateId);
    assertLive(template);
    const data = { deletedAt: scope.now };
    return writeTemplate(tx, scope, template, input.version, { action: 'template.remove', data });
  });
}
