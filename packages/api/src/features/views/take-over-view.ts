import type { ViewRef, ViewVersionInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canTakeOverView } from '@gt/domain/view';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { getView } from './views.repository.ts';
import { assertLive, assertNameIsFree, writeView } from './write-view.ts';

/** Makes a view, shared by somebody who has left, the programme lead's own. */
export async function takeOverView(ctx: Context, scope: Scope, input: ViewVersionInput): Promise<ViewRef> {
  return inTransaction(ctx.db, async (tx) => {
    const view = await getView(tx, scope, input.viewId);
    const may = canTakeOverView(scope, view);
    if (!may.ok) throw notAllowed(may.reason);
    assertLive(view);
    await assertNameIsFree(tx, { planId: view.planId, ownerId: scope.userId, name: view.name });
    const written = await writeView(tx, scope, view, input.version, { ownerId: scope.userId });
    await recordAudit(tx, scope, {
      action: 'view.takeOver',
      entityType: 'VIEW',
      entityId: view.id,
      planId: view.planId,
      before: { ownerId: view.ownerId },
      after: { ownerId: scope.userId },
    });
    return written;
  });
}
