import type { FigureChoices, IsoDate, MeasureFrequency, WorkbookGrid } from '@gt/contracts/words';
import { type Db, sql, type Tx } from '@gt/db';
import { canEnterFigures } from '@gt/domain/authz';
import { type JudgedFigures, judgeFigures, measureReference } from '@gt/domain/measure';
import { type ScreeningOptions, screenCell } from '@gt/domain/screening';
import type { Scope } from '../../core/scope.ts';

type Row = { planId: string; grid: unknown; choices: unknown };

type RawMeasure = {
  id: string;
  number: number;
  name: string;
  unit: string;
  frequency: MeasureFrequency;
  ownerPostId: string | null;
  ownerTeamId: string | null;
  figures: { id: string; date: IsoDate; value: number }[];
};

export type JudgedImport = {
  judged: JudgedFigures;
  /** The id of the figure on record, by measure and day. */
  onRecord: Map<string, string>;
};

/** What becomes of every figure of a file against the measures of its plan as they stand. Two statements. */
export async function judgeImport(db: Db | Tx, scope: Scope, row: Row): Promise<JudgedImport> {
  const measures = await loadMeasures(db, row.planId);
  const { policy } = row.choices as FigureChoices;
  const judged = judgeFigures(row.grid as WorkbookGrid, {
    measures: measures.map((one) => {
      const may = canEnterFigures(scope, one);
      return { ...one, reference: measureReference(one.number), mayNot: may.ok ? '' : may.reason };
    }),
    policy,
    today: scope.today,
  });
  const onRecord = new Map(
    measures.flatMap(({ id, figures }) => figures.map((figure) => [pointKey(id, figure.date), figure.id])),
  );
  return { judged, onRecord };
}

export function pointKey(measureId: string, date: IsoDate): string {
  return `${measureId} ${date}`;
}

function loadMeasures(db: Db | Tx, planId: string): Promise<RawMeasure[]> {
  const figures = sql`SELECT json_agg(json_build_object('id', mp."id", 'date', mp."date", 'value', mp."value"::float8))
    FROM "measure_point" mp WHERE mp."measureId" = m."id" AND mp."replacedAt" IS NULL`;
  return db.$queryRaw<RawMeasure[]>`
    SELECT m."id", m."number", m."name", m."unit", m."frequency"::text, m."ownerPostId", p."teamId" AS "ownerTeamId",
      COALESCE((${figures}), '[]') AS "figures"
    FROM "measure" m LEFT JOIN "post" p ON p."id" = m."ownerPostId"
    WHERE m."planId" = ${planId} AND m."deletedAt" IS NULL AND m."redactedAt" IS NULL ORDER BY m."number"`;
}

/** What looks like somebody's data among the comments that would be entered; likely ones first. */
export function screenComments({ rows }: JudgedFigures, options: ScreeningOptions) {
  const found = rows
    .filter(({ outcome, comment }) => comment !== '' && (outcome === 'ADD' || outcome === 'CORRECT'))
    .flatMap(({ row, comment }) =>
      screenCell('Comment', comment, options).map(({ masked, why, level }) => ({
        row,
        masked,
        why,
        isLikely: level === 'LIKELY',
      })),
    );
  return found.sort((one, other) => Number(other.isLikely) - Number(one.isLikely));
}
