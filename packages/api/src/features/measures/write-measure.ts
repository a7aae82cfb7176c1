import type { MeasureRef } from '@gt/contracts/schemas';
import { sql, type Tx } from '@gt/db';
import { canEditMeasure, type Decision, type MeasureRecord } from '@gt/domain/authz';
import { controlChart, measureReference, movement } from '@gt/domain/measure';
import { DomainError, invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { loadMeasures, type RawMeasure } from './measure-rows.ts';
import { loadSteps } from './said-of-measure.ts';
import { loadLivePoints } from './write-points.ts';

type Right = (scope: Scope, record: MeasureRecord) => Decision;

/**
 * A measure to be written to, with its row locked until the transaction ends, so that two people who enter figures at
 * once do it one after the other. Throws NOT_FOUND, or NOT_ALLOWED with the reason of `right`.
 */
export async function loadMeasureForWrite(
  tx: Tx,
  scope: Scope,
  measureId: string,
  right: Right = canEditMeasure,
  bin: 'live' | 'removed' = 'live',
): Promise<RawMeasure> {
  await tx.$executeRaw`SELECT 1 FROM "measure" WHERE "id" = ${measureId} FOR UPDATE`;
  const inBin = bin === 'live' ? sql`m."deletedAt" IS NULL` : sql`m."deletedAt" IS NOT NULL`;
  const [row] = await loadMeasures(tx, scope, sql`m."id" = ${measureId} AND ${inBin}`);
  if (!row) throw notFound('measure');
  const decision = right(scope, row);
  if (!decision.ok) throw notAllowed(decision.reason);
  if (row.redactedAt !== null && bin === 'live') {
    throw new DomainError('RULE', 'The words of this measure were destroyed, so it cannot be changed.');
  }
  return row;
}

/** The fields a person can change, by the schema's names: for conflicts and for the audit. */
export function measureValues(row: RawMeasure) {
  return {
    name: row.name,
    definition: row.definition,
    unit: row.unit,
    direction: row.direction,
    baseline: row.baseline,
    baselineDate: row.baselineDate,
    target: row.target,
    targetDate: row.targetDate,
    frequency: row.frequency,
    ownerPostId: row.ownerPostId,
  };
}

/** Writes at the version that the person read: of any number of racers one wins, the others get CONFLICT. */
export async function writeMeasure(
  tx: Tx,
  scope: Scope,
  row: RawMeasure,
  version: number,
  data: Omit<Parameters<Tx['measure']['updateMany']>[0]['data'], 'version' | 'changedById' | 'changedAt'>,
): Promise<MeasureRef> {
  const written = await tx.measure.updateMany({
    where: { id: row.id, version },
    data: { ...data, version: { increment: 1 }, changedById: scope.userId, changedAt: scope.now },
  });
  if (written.count === 0) {
    throw await staleWrite(tx, 'MEASURE', row.id, row.version, measureValues(row));
  }
  return { ...measureRef(row), version: version + 1 };
}

export function measureRef(row: Pick<RawMeasure, 'id' | 'number' | 'version'>): MeasureRef {
  return { id: row.id, reference: measureReference(row.number), version: row.version };
}

/**
 * Writes where the figures go now, and what they say beyond noise. Called by everything that changes a figure, a step,
 * the baseline, target or direction.
 */
export async function settleMovement(tx: Tx, scope: Scope, measureId: string): Promise<void> {
  const [row] = await loadMeasures(tx, scope, sql`m."id" = ${measureId}`);
  if (!row) return;
  const { signal, assurance } = controlChart(
    await loadLivePoints(tx, measureId),
    row,
    await loadSteps(tx, measureId),
  );
  const now = { movement: movement(row.spark, row).movement, signal, assurance };
  if (now.movement === row.movement && signal === row.signal && assurance === row.assurance) return;
  await tx.measure.updateMany({ where: { id: measureId }, data: now });
}

/** Throws INVALID unless the post is in use. A manager's measures stay with the manager's own teams. */
export async function checkOwnerPost(tx: Tx, scope: Scope, ownerPostId: string | null): Promise<void> {
  const post =
    ownerPostId === null
      ? null
      : await tx.post.findFirst({
          where: { id: ownerPostId, archivedAt: null },
          select: { id: true, teamId: true },
        });
  if (ownerPostId !== null && !post) {
    throw invalid([{ field: 'ownerPostId', message: 'Choose a post that is in use.' }]);
  }
  const decision = canEditMeasure(scope, { ownerPostId, ownerTeamId: post?.teamId ?? null });
  if (!decision.ok) throw notAllowed(decision.reason);
}
