import type { MeasurePasted, MeasurePasteInput, MeasurePreviewOut } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canEnterFigures } from '@gt/domain/authz';
import { MEASURE_LIMITS, measureReference } from '@gt/domain/measure';
import { checkText } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { readPaste } from './preview-paste.ts';
import { loadMeasureForWrite, settleMovement } from './write-measure.ts';
import { insertPoints, type NewPoint, pointWords, replacePoints } from './write-points.ts';

/**
 * Enters every pasted row that can be entered, in one transaction; rows that are refused stay out, as the person saw.
 * When figures were entered meanwhile and the rows would come to something else, nothing is written.
 */
export async function pastePoints(
  ctx: Context,
  scope: Scope,
  input: MeasurePasteInput,
): Promise<MeasurePasted> {
  const { measureId, expected } = input;
  checkComment(input.comment);
  return inTransaction(ctx.db, async (tx) => {
    const measure = await loadMeasureForWrite(tx, scope, measureId, canEnterFigures);
    const answer = {
      measureId,
      reference: measureReference(measure.number),
      added: expected.add,
      corrected: expected.correct,
    };
    const intent = { key: input.idempotencyKey, operation: 'measure.paste', entityId: measureId };
    if (await claimOnce(tx, scope, intent)) return answer;
    const { preview, points } = await readPaste(tx, scope, measure, input.text);
    assertAsSeen(preview, expected);
    const rows = figuresOf(preview, input.comment);
    const wrong = points.filter(({ date }) => rows.some((row) => row.date === date));
    await replacePoints(
      tx,
      scope,
      wrong.map(({ id }) => id),
    );
    await insertPoints(tx, scope, measureId, rows);
    await settleMovement(tx, scope, measureId);
    await recordAudit(tx, scope, {
      action: 'measure.paste',
      entityType: 'MEASURE',
      entityId: measureId,
      planId: measure.planId,
      before: { figures: wrong.map((point) => pointWords(point, measure.unit)) },
      after: {
        figures: rows.map((row) => pointWords(row, measure.unit)),
        comments: rows.map(({ comment }) => comment).filter((comment) => comment !== ''),
      },
    });
    return answer;
  });
}

function checkComment(comment: string): void {
  const problems = checkText('comment', comment, { label: 'The comment', max: MEASURE_LIMITS.comment });
  if (problems.length > 0) throw invalid(problems);
}

function assertAsSeen(preview: MeasurePreviewOut, seen: MeasurePasteInput['expected']): void {
  if (preview.add !== seen.add || preview.correct !== seen.correct) {
    const message = `The figures on record have changed since you looked: now it would be ${preview.words}. Check the rows again; nothing was entered.`;
    throw new DomainError('RULE', message);
  }
  if (preview.add + preview.correct === 0) {
    throw invalid([{ field: 'text', message: 'None of these rows can be entered. See why beside each.' }]);
  }
}

/** A correction needs a comment: the row's own, else the one for all of them. */
function figuresOf({ rows }: MeasurePreviewOut, forAll: string): NewPoint[] {
  return rows.flatMap(({ outcome, date, value, numerator, denominator, comment }) => {
    if (date === null || value === null || (outcome !== 'ADD' && outcome !== 'CORRECT')) return [];
    const point = { date, value, numerator, denominator };
    if (outcome === 'ADD') return [{ ...point, comment }];
    const why = comment === '' ? forAll : comment;
    if (why === '')
      throw invalid([{ field: 'comment', message: 'Enter why figures on record are corrected' }]);
    return [{ ...point, comment: why }];
  });
}
