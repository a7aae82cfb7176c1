import { formatDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { measureReference } from '@gt/domain/measure';
import { londonDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { DESTROYED } from './destroyed.ts';

/**
 * Blanks every text of a measure: its own, the comments on its figures, and why limits were set anew. The figures
 * themselves stay.
 */
export async function blankMeasure(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  const blank = { name: DESTROYED, definition: '', unit: '', deletedReason: null };
  await tx.measure.update({
    where: { id },
    data: { ...blank, redactedAt, version: { increment: 1 } },
    select: { id: true },
  });
  const of = { measureId: id };
  await tx.measurePoint.updateMany({
    where: { ...of, comment: { not: '' } },
    data: { comment: '', redactedAt },
  });
  await tx.measureComment.updateMany({ where: of, data: { body: DESTROYED, redactedAt } });
  await tx.measureStep.updateMany({ where: of, data: { reason: DESTROYED, redactedAt } });
}

/** Blanks what somebody said of a figure. */
export async function blankMeasureComment(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  await tx.measureComment.update({
    where: { id },
    data: { body: DESTROYED, redactedAt },
    select: { id: true },
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
      comments: { select: { id: true, body: true } },
      steps: { select: { reason: true } },
    },
  });
  if (!row) throw notFound('measure');
  const { planId, number, createdAt, points, comments, steps } = row;
  const texts = [
    row.name,
    row.definition,
    row.unit,
    row.deletedReason,
    ...points.map(({ comment }) => comment),
    ...comments.map(({ body }) => body),
    ...steps.map(({ reason }) => reason),
  ];
  const commentIds = comments.map((comment) => comment.id);
  return { planId, reference: measureReference(number), createdAt, commentIds, texts };
}

/** What is known of a comment on a figure before it goes; null when there is none. */
export async function measureCommentTexts(tx: Tx, id: string) {
  const row = await tx.measureComment.findUnique({
    where: { id },
    select: {
      measureId: true,
      body: true,
      createdAt: true,
      measure: { select: { planId: true, number: true } },
    },
  });
  if (!row) return null;
  const { planId, number } = row.measure;
  return {
    planId,
    measureId: row.measureId,
    reference: measureCommentReference(number, row.createdAt),
    texts: [row.body],
  };
}

/** "M4, comment of 12 March 2026". */
export function measureCommentReference(number: number, at: Date): string {
  return `${measureReference(number)}, comment of ${formatDate(londonDate(at))}`;
}
