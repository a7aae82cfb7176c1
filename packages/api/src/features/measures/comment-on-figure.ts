import type { MeasureCommentInput, MeasureCommentRef } from '@gt/contracts/schemas';
import { formatDate } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { MEASURE_LIMITS } from '@gt/domain/measure';
import { checkText } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { loadMeasureForWrite } from './write-measure.ts';
import { loadLivePoints } from './write-points.ts';

/** Says something of a figure. It belongs to the period, so that it stays when the figure is corrected. */
export async function commentOnFigure(
  ctx: Context,
  scope: Scope,
  input: MeasureCommentInput,
): Promise<MeasureCommentRef> {
  const { measureId, date, body, idempotencyKey } = input;
  const rule = { label: 'The comment', enter: 'Enter a comment', max: MEASURE_LIMITS.comment };
  const problems = checkText('body', body, rule);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    // Whoever holds the permission may comment on any measure that they see.
    const measure = await loadMeasureForWrite(tx, scope, measureId, () => ({ ok: true }));
    const commentId = newId();
    const intent = { key: idempotencyKey, operation: 'measure.comment', entityId: commentId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { measureId, commentId: earlier };
    const points = await loadLivePoints(tx, measureId);
    if (!points.some((point) => point.date === date)) {
      const message = `There is no figure of ${formatDate(date)} to comment on.`;
      throw invalid([{ field: 'date', message }]);
    }
    await tx.measureComment.create({
      data: {
        id: commentId,
        measureId,
        date: fromIsoDate(date),
        body,
        authorId: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'measure.comment',
      entityType: 'MEASURE_COMMENT',
      entityId: commentId,
      planId: measure.planId,
      after: { measureId, figureOf: date, body },
    });
    return { measureId, commentId };
  });
}
