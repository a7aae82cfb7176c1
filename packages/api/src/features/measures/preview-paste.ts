import type { MeasurePreviewInput, MeasurePreviewOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { canEnterFigures } from '@gt/domain/authz';
import { parsePastedFigures, pasteProblem, pasteWords } from '@gt/domain/measure';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { RawMeasure } from './measure-rows.ts';
import { loadMeasureForWrite } from './write-measure.ts';
import { type LivePoint, loadLivePoints } from './write-points.ts';

/** Says of each pasted row what would become of it. Writes nothing. */
export async function previewPaste(
  ctx: Context,
  scope: Scope,
  input: MeasurePreviewInput,
): Promise<MeasurePreviewOut> {
  return inTransaction(ctx.db, async (tx) => {
    const measure = await loadMeasureForWrite(tx, scope, input.measureId, canEnterFigures);
    return (await readPaste(tx, scope, measure, input.text)).preview;
  });
}

/** The rows against the figures that stand now. Throws INVALID for no rows or too many. */
export async function readPaste(
  tx: Tx,
  scope: Scope,
  measure: RawMeasure,
  text: string,
): Promise<{ preview: MeasurePreviewOut; points: LivePoint[] }> {
  const problem = pasteProblem(text);
  if (problem) throw invalid([{ field: 'text', message: problem }]);
  const points = await loadLivePoints(tx, measure.id);
  const rows = parsePastedFigures(text, { ...measure, figures: points }, scope.today);
  const count = (outcome: (typeof rows)[number]['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length;
  const preview = {
    rows: rows.map(({ share, ...row }) => ({
      ...row,
      numerator: share?.numerator ?? null,
      denominator: share?.denominator ?? null,
    })),
    add: count('ADD'),
    correct: count('CORRECT'),
    refused: count('REFUSED'),
    words: pasteWords(rows),
  };
  return { preview, points };
}
