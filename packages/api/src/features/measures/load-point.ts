import type { Tx } from '@gt/db';
import { canEnterFigures } from '@gt/domain/authz';
import { toInstant, toIsoDate } from '../../core/dates.ts';
import { conflict, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { RawMeasure } from './measure-rows.ts';
import { loadMeasureForWrite } from './write-measure.ts';
import { type LivePoint, loadLivePoints } from './write-points.ts';

type Loaded = { measure: RawMeasure; points: LivePoint[]; pointId: string };

/** The measure of a figure, locked, with all figures that stand. Throws NOT_FOUND or NOT_ALLOWED. */
export async function loadPointForWrite(tx: Tx, scope: Scope, pointId: string): Promise<Loaded> {
  const found = await tx.measurePoint.findUnique({ where: { id: pointId }, select: { measureId: true } });
  if (!found) throw notFound('figure');
  const measure = await loadMeasureForWrite(tx, scope, found.measureId, canEnterFigures);
  return { measure, points: await loadLivePoints(tx, measure.id), pointId };
}

/** The figure itself; CONFLICT, with the figure that stands in its place, when somebody replaced it meanwhile. */
export async function standingPoint(tx: Tx, { measure, points, pointId }: Loaded): Promise<LivePoint> {
  const point = points.find(({ id }) => id === pointId);
  if (point) return point;
  const gone = await tx.measurePoint.findUniqueOrThrow({
    where: { id: pointId },
    select: { date: true, replacedAt: true },
  });
  const now = points.find(({ date }) => date === toIsoDate(gone.date));
  const last = await tx.auditEvent.findFirst({
    where: { entityType: 'MEASURE', entityId: measure.id },
    orderBy: { id: 'desc' },
    select: { actorName: true },
  });
  throw conflict({
    version: measure.version,
    changedBy: last?.actorName ?? 'Somebody else',
    changedAt: toInstant(gone.replacedAt ?? new Date(0)),
    values: {
      pointId: now?.id ?? null,
      date: now?.date ?? null,
      value: now?.value ?? null,
      comment: now?.comment ?? '',
    },
  });
}
