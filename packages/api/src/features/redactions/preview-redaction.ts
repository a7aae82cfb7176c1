import type { RedactionPreviewOut } from '@gt/contracts/schemas';
import type { RedactableEntity } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { countSnapshotsWith } from '../snapshots/blank-snapshots.ts';
import { packsWith } from './destroy-record.ts';
import { loadDestroyable } from './destroyable.ts';
import { DESTROYED } from './destroyed.ts';
import { findFileHolders } from './find-file-holders.ts';
import { findRepeats } from './find-repeats.ts';
import { mayDecideRedaction } from './may-decide-redaction.ts';

/** Every snapshot of the plan is opened, and a large plan may have hundreds. */
const LOOKING = { timeoutMs: 120_000 } as const;

/**
 * What agreeing to a request would destroy, and where the same words and files would still stand after it, for the
 * second person to look at first. Reads only. An administrator, who does not read plans, sees no words.
 */
export async function previewRedaction(
  ctx: Context,
  scope: Scope,
  input: { redactionId: string },
): Promise<RedactionPreviewOut> {
  const row = await ctx.db.redaction.findUnique({
    where: { id: input.redactionId },
    select: { entity: true, entityId: true, requestedById: true, requestedAt: true, state: true },
  });
  if (row?.state !== 'REQUESTED') throw notFound('request');
  const decision = await mayDecideRedaction(ctx.db, scope, row);
  if (!decision.ok) throw notAllowed(decision.reason);
  const entity: RedactableEntity = row.entity;
  return inTransaction(
    ctx.db,
    async (tx) => {
      const target = await loadDestroyable(tx, scope, entity, row.entityId);
      return {
        reference: target.reference,
        place: target.place,
        texts: seesWholePlan(scope.roles) ? [...new Set(target.texts)] : null,
        files: target.sha256s.length,
        ...(await findFileHolders(tx, scope, row.entityId, target)),
        packs: await tx.pack.count({ where: await packsWith(tx, target) }),
        snapshots: await countSnapshotsWith(tx, scope, {
          ...target,
          ...{ entityId: row.entityId, destroyed: DESTROYED },
        }),
        ...(await findRepeats(tx, scope, { entity, id: row.entityId }, target)),
      };
    },
    LOOKING,
  );
}
