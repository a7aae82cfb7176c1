import type { ViewRef, ViewVersionInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canRemoveView } from '@gt/domain/view';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { getView } from './views.repository.ts';
import { assertNameIsFree, writeView } from './write-view.ts';

/** Brings back a view that was removed: the undo of `removeView`, by whoever could remove it. */
export async function restoreView(ctx: Context, scope: Scope, input: ViewVersionInput): Promise<ViewRef> {
  return inTransaction(ctx.db, async (tx) => {
    const view = await getView(tx, scope, input.viewId);
    const may = canRemoveView(scope, view);
    if (!may.ok) throw notAllowed(may.reason);
    if (view.deletedAt === null) return { id: view.id, version: view.version };
    const { planId, ownerId, name } = view;
    await assertNameIsFree(tx, { planId, ownerId, name, except: view.id });
    const written = await writeView(tx, scope, view, input.version, { deletedAt: null });
    await recordAudit(tx, scope, { action: 'view.restore', entityType: 'VIEW', entityId: view.id, planId });
    return written;
  });
}
