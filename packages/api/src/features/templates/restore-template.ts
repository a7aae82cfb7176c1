import type { TemplateRef, TemplateVersionInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { assertNameIsFree, loadTemplate, writeTemplate } from './write-template.ts';

/** Brings back a template that was removed: the undo of `removeTemplate`. */
export async function restoreTemplate(
  ctx: Context,
  scope: Scope,
  input: TemplateVersionInput,
): Promise<TemplateRef> {
  return inTransaction(ctx.db, async (tx) => {
    const template = await loadTemplate(tx, scope, input.templateId);
    if (template.deletedAt === null) return { id: template.id, version: template.version };
    await assertNameIsFree(tx, { planId: template.planId, name: template.name, except: template.id });
    const data = { deletedAt: null };
    return writeTemplate(tx, scope, template, input.version, { action: 'template.restore', data });
  });
}
