import { IMPORTED_OUTCOMES } from '@gt/contracts/words';
import { type ScreeningOptions, screenCell } from '@gt/domain/screening';
import type { Judgement } from '@gt/domain/workbook';

export type RowFinding = { sheet: string; row: number; masked: string; why: string; isLikely: boolean };

/** What looks like somebody's data among the words that would come in; likely ones first. */
export function screenRows({ rows }: Judgement, options: ScreeningOptions): RowFinding[] {
  const found = rows.flatMap(({ sheet, row, outcome, cells }) =>
    IMPORTED_OUTCOMES.includes(outcome)
      ? cells.flatMap(({ heading, text }) =>
          screenCell(heading, text, options).map(({ masked, why, level }) => ({
            sheet,
            row,
            masked,
            why,
            isLikely: level === 'LIKELY',
          })),
        )
      : [],
  );
  return found.sort((one, other) => Number(other.isLikely) - Number(one.isLikely));
}
