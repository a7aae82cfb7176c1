import type { ViewRef, ViewVersionInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canRemoveView } from '@gt/domain/view';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { getView } from './views.repository.ts';
import { assertLive, writeView } from './write-view.ts';

/** So long a removed view can come back; its words are not kept longer. */
const KEPT_MS = 24 * 3_600_000;

/** Removes a view; for a day it can be brought back. */
export async function removeView(ctx: Context, scope: Scope, input: ViewVersionInput): Promise<ViewRef> {
  return inTransaction(ctx.db, async (tx) => {
    const view = await getView(tx, scope, input.viewId);
    const may = canRemoveView(scope, view);
    if (!may.ok) throw notAllowed(may.reason);
    assertLive(view);
    const written = await writeView(tx, scope, view, input.version, { deletedAt: scope.now });
    await recordAudit(tx, scope, {
      action: 'view.remove',
      entityType: 'VIEW',
      entityId: view.id,
      planId: view.planId,
    });
    await tx.savedView.deleteMany({ where: { deletedAt: { lt: new Date(scope.now.getTime() - KEPT_MS) } } });
    return written;
  });
}
