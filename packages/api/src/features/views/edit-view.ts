import type { ViewEditInput, ViewRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canEditView } from '@gt/domain/view';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { getView } from './views.repository.ts';
import { assertLive, assertNameIsFree, viewFacts, writeView } from './write-view.ts';

/** Renames a view, or makes it show what is on screen now. */
export async function editView(ctx: Context, scope: Scope, input: ViewEditInput): Promise<ViewRef> {
  const facts = viewFacts(input);
  return inTransaction(ctx.db, async (tx) => {
    const view = await getView(tx, scope, input.viewId);
    const may = canEditView(scope, view);
    if (!may.ok) throw notAllowed(may.reason);
    assertLive(view);
    const { planId, ownerId } = view;
    await assertNameIsFree(tx, { planId, ownerId, name: facts.name, except: view.id });
    const written = await writeView(tx, scope, view, input.version, facts);
    await recordAudit(tx, scope, { action: 'view.edit', entityType: 'VIEW', entityId: view.id, planId });
    return written;
  });
}
