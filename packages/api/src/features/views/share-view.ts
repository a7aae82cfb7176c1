import type { ViewRef, ViewShareInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canEditView } from '@gt/domain/view';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { getView } from './views.repository.ts';
import { assertLive, assertMayShare, writeView } from './write-view.ts';

/** Offers a view to everybody who reads the plan, or keeps it for oneself again. */
export async function shareView(ctx: Context, scope: Scope, input: ViewShareInput): Promise<ViewRef> {
  const { isShared } = input;
  if (isShared) assertMayShare(scope);
  return inTransaction(ctx.db, async (tx) => {
    const view = await getView(tx, scope, input.viewId);
    const may = canEditView(scope, view);
    if (!may.ok) throw notAllowed(may.reason);
    assertLive(view);
    const written = await writeView(tx, scope, view, input.version, { isShared });
    await recordAudit(tx, scope, {
      action: 'view.share',
      entityType: 'VIEW',
      entityId: view.id,
      planId: view.planId,
      before: { isShared: view.isShared },
      after: { isShared },
    });
    return written;
  });
}
