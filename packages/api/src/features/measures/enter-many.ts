import type { Tx } from '@gt/db';
import { canEnterFigures } from '@gt/domain/authz';
import { recordAudit } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMeasureForWrite, settleMovement } from './write-measure.ts';
import { insertPoints, type NewPoint, pointWords, replacePoints } from './write-points.ts';

type Entered = {
  measureId: string;
  points: readonly (NewPoint & { id: string })[];
  /** Figures on record that these take the place of. */
  replaced: readonly string[];
  fileName: string;
};

/** Enters the figures that a file holds of one measure, with an entry in its history. Throws NOT_ALLOWED. */
export async function enterManyFigures(
  tx: Tx,
  scope: Scope,
  { measureId, points, replaced, fileName }: Entered,
): Promise<void> {
  const measure = await loadMeasureForWrite(tx, scope, measureId, canEnterFigures);
  await replacePoints(tx, scope, replaced);
  await insertPoints(tx, scope, measureId, points);
  await settleMovement(tx, scope, measureId);
  await recordAudit(tx, scope, {
    action: 'measure.import',
    entityType: 'MEASURE',
    entityId: measureId,
    planId: measure.planId,
    after: {
      fileName,
      figures: points.map((point) => pointWords(point, measure.unit)),
      comments: points.map(({ comment }) => comment).filter((comment) => comment !== ''),
    },
  });
}

type TakenBack = { measureId: string; points: readonly string[]; restored: readonly string[] };

/** Takes figures away that a file brought, without a trace but the history, and puts those back that they replaced. */
export async function takeFiguresBack(
  tx: Tx,
  scope: Scope,
  { measureId, points, restored }: TakenBack,
): Promise<void> {
  const measure = await loadMeasureForWrite(tx, scope, measureId, () => ({ ok: true }));
  await tx.measurePoint.deleteMany({ where: { id: { in: [...points] } } });
  await tx.measurePoint.updateMany({ where: { id: { in: [...restored] } }, data: { replacedAt: null } });
  await settleMovement(tx, scope, measureId);
  await recordAudit(tx, scope, {
    action: 'measure.undoImport',
    entityType: 'MEASURE',
    entityId: measureId,
    planId: measure.planId,
    after: { removed: points.length, restored: restored.length },
  });
}
