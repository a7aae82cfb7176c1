import type { Tx } from '@gt/db';
import { measureReference } from '@gt/domain/measure';
import { notFound } from '../../core/domain-error.ts';
import { DESTROYED } from './destroyed.ts';

/** Blanks every text of a measure: its own, and the comments on its figures. The figures themselves stay. */
export async function blankMeasure(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  const blank = { name: DESTROYED, definition: '', unit: '', deletedReason: null };
  await tx.measure.update({
    where: { id },
    data: { ...blank, redactedAt, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.measurePoint.updateMany({
    where: { measureId: id, comment: { not: '' } },
    data: { comment: '', redactedAt },
  });
}

/** What is known of a measure before that, with the texts that would go. Throws NOT_FOUND. */
export async function measureTexts(tx: Tx, id: string) {
  const row = await tx.measure.findUnique({
    where: { id },
    select: {
      planId: true,
      number: true,
      createdAt: true,
      name: true,
      definition: true,
      unit: true,
      deletedReason: true,
      points: { select: { comment: true } },
    },
  });
  if (!row) throw notFound('measure');
  const { planId, number, createdAt, points } = row;
  const texts = [
    row.name,
    row.definition,
    row.unit,
    row.deletedReason,
    ...points.map(({ comment }) => comment),
  ];
  return { planId, reference: measureReference(number), createdAt, texts };
}
