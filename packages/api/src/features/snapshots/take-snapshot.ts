import type { SnapshotCause } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { snapshotTotals } from '@gt/domain/snapshot';
import { recordAudit } from '../../core/audit.ts';
import { fromIsoDate, toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { loadPlanAsItIs } from './load-plan-as-it-is.ts';
import { bodyOf } from './snapshot-body.ts';
import { snapshotContentOf } from './snapshot-content-of.ts';

export type SnapshotTaking = {
  planId: string;
  cause: SnapshotCause;
  reviewId?: string;
  reviewNumber?: number;
  /** Where it was claimed before; a new one when not given. */
  id?: string;
};

/**
 * Keeps how the plan stands at this moment, in the caller's transaction: the same number of statements however large
 * the plan. Of two at once the second waits for the first and takes the next number. Throws NOT_FOUND.
 */
export async function takeSnapshot(
  tx: Tx,
  scope: Scope,
  of: SnapshotTaking,
): Promise<{ id: string; number: number; sha256: string }> {
  const { planId, cause } = of;
  const number = await takeNumber(tx, planId);
  const review =
    of.reviewId === undefined || of.reviewNumber === undefined
      ? null
      : { id: of.reviewId, number: of.reviewNumber };
  const content = snapshotContentOf(await loadPlanAsItIs(tx, scope, planId), {
    asAt: scope.today,
    takenAt: toInstant(scope.now),
    cause,
    review,
  });
  const { sha256, body, textSize } = await bodyOf(content);
  const id = of.id ?? newId();
  // What nobody asked for, nobody took.
  const who = cause === 'SCHEDULE' ? { ...scope, userId: null } : scope;
  await tx.snapshot.create({
    data: {
      ...{ id, planId, number, cause, sha256, body, textSize },
      formatVersion: content.formatVersion,
      reviewId: review?.id ?? null,
      asAt: fromIsoDate(content.asAt),
      takenAt: scope.now,
      takenById: who.userId,
      actionCount: content.actions.length,
      totals: snapshotTotals(content) as object,
    },
    select: { id: true },
  });
  await recordAudit(tx, who, {
    action: 'snapshot.take',
    entityType: 'SNAPSHOT',
    entityId: id,
    planId,
    after: { number, cause, reviewId: review?.id ?? null, actions: content.actions.length, sha256 },
  });
  return { id, number, sha256 };
}

/** The plan's row stays locked until the transaction ends, so that snapshots of one plan follow one another. */
async function takeNumber(tx: Tx, planId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    UPDATE "plan" SET "nextSnapshotNumber" = "nextSnapshotNumber" + 1
    WHERE "id" = ${planId} AND "deletedAt" IS NULL
    RETURNING "nextSnapshotNumber" - 1 AS "number"`;
  if (!row) throw notFound('plan');
  return row.number;
}
