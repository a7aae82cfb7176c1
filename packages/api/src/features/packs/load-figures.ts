import type { IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import type { Figure } from '@gt/domain/measure';
import type { Scope } from '../../core/scope.ts';

type Row = { measureId: string; date: IsoDate; value: number };

/** Every figure that stands of these measures, oldest first, up to the cut-off. One statement. */
export async function loadFigures(
  tx: Tx,
  _scope: Scope,
  { measureIds, cutOff }: { measureIds: readonly string[]; cutOff: IsoDate | null },
): Promise<Map<string, Figure[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."measureId", p."date"::text AS "date", p."value"::float8 AS "value" FROM "measure_point" p
    WHERE p."measureId" = ANY(${[...measureIds]}::text[]) AND p."replacedAt" IS NULL
      AND (${cutOff}::date IS NULL OR p."date" <= ${cutOff}::date)
    ORDER BY p."measureId", p."date"`;
  const figures = new Map<string, Figure[]>();
  for (const [measureId, points] of Map.groupBy(rows, (row) => row.measureId)) {
    figures.set(
      measureId,
      points.map(({ date, value }) => ({ date, value })),
    );
  }
  return figures;
}
