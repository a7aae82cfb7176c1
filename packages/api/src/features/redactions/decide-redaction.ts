import type { RedactableEntity } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { conflict, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { blankReports } from '../reports/blank-reports.ts';
import { enqueueIssue } from '../reports/request-issue.ts';
import { type BlankedSnapshot, blankSnapshots } from '../snapshots/blank-snapshots.ts';
import { assertSaysNothing } from './assert-says-nothing.ts';
import { destroyRecord, unreferenced } from './destroy-record.ts';
import { type Destroyable, loadDestroyable } from './destroyable.ts';
import { DESTROYED } from './destroyed.ts';
import { mayDecideRedaction } from './may-decide-redaction.ts';

/** Every snapshot of the plan is opened, and a large plan may have hundreds. */
const DESTROYING = { timeoutMs: 120_000 } as const;

/**
 * The second person agrees or refuses. Agreeing destroys at once and for good; the record, its history and every
 * copy say "redacted on …". Throws NOT_ALLOWED for the person who asked, CONFLICT when somebody decided first.
 */
export async function decideRedaction(
  ctx: Context,
  scope: Scope,
  input: { redactionId: string; version: number; approve: boolean; note: string },
): Promise<{ redactionId: string }> {
  const contents = await inTransaction(
    ctx.db,
    async (tx) => {
      const row = await loadOpen(tx, scope, input);
      const target = await loadDestroyable(tx, scope, row.entity, row.entityId);
      assertSaysNothing('note', input.note, target.texts);
      let gone: string[] = [];
      let snapshots: BlankedSnapshot[] = [];
      if (input.approve) {
        gone = await destroyRecord(tx, row.entity, row.entityId, target, { id: row.id, now: scope.now });
        const { entityId } = row;
        snapshots = await blankSnapshots(tx, scope, { ...target, entityId, destroyed: DESTROYED });
        gone.push(...(await blankPapers(ctx, tx, scope, { ...target, entity: row.entity, entityId })));
      }
      await recordAudit(tx, scope, {
        action: input.approve ? 'redaction.destroy' : 'redaction.refuse',
        entityType: 'REDACTION',
        entityId: row.id,
        planId: row.planId,
        // The new checksums stand in the sealed history, as the first ones do.
        after: { reference: row.reference, note: input.note, ...(snapshots.length > 0 ? { snapshots } : {}) },
      });
      return gone;
    },
    DESTROYING,
  );
  // After the commit: a crash here leaves bytes that no row names, and the sweeper takes those.
  // Asked again, because somebody may have brought the same file meanwhile.
  for (const sha256 of await unreferenced(ctx.db, contents)) await ctx.store.remove(sha256);
  return { redactionId: input.redactionId };
}

/** Papers lose the words as well, and those that were issued are issued again without them. */
async function blankPapers(
  ctx: Context,
  tx: Tx,
  scope: Scope,
  target: Destroyable & { entity: RedactableEntity; entityId: string },
): Promise<string[]> {
  const { again, sha256s } = await blankReports(tx, { ...target, destroyed: DESTROYED, now: scope.now });
  for (const reportId of again) await enqueueIssue(ctx, tx, reportId);
  return sha256s;
}

async function loadOpen(
  tx: Tx,
  scope: Scope,
  input: { redactionId: string; version: number; approve: boolean; note: string },
) {
  const row = await tx.redaction.findUnique({
    where: { id: input.redactionId },
    select: {
      id: true,
      entity: true,
      entityId: true,
      planId: true,
      reference: true,
      requestedById: true,
      requestedAt: true,
      state: true,
      version: true,
      decidedById: true,
      decidedAt: true,
    },
  });
  if (!row) throw notFound('request');
  const decision = await mayDecideRedaction(tx, scope, row);
  if (!decision.ok) throw notAllowed(decision.reason);
  const taken = await tx.redaction.updateMany({
    where: { id: row.id, version: input.version, state: 'REQUESTED' },
    data: {
      state: input.approve ? 'DONE' : 'REFUSED',
      decidedById: scope.userId,
      decidedAt: scope.now,
      decisionNote: input.note,
      version: { increment: 1 },
    },
  });
  if (taken.count === 0) {
    const decider = row.decidedById
      ? await tx.user.findUnique({ where: { id: row.decidedById }, select: { name: true } })
      : null;
    throw conflict({
      version: row.version,
      changedBy: decider?.name ?? 'Somebody else',
      changedAt: (row.decidedAt ?? scope.now).toISOString(),
      values: { state: row.state },
    });
  }
  return row;
}
