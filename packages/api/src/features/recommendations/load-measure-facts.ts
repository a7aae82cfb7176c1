import { type Db, type Sql, sql, type Tx } from '@gt/db';
import type { Figure } from '@gt/domain/measure';
import { type MeasureColumns, measureColumns } from '../../core/measure-columns.ts';
import type { Scope } from '../../core/scope.ts';

/** A live measure under a recommendation, with what thread, dashboard and packs ask of it. */
export type MeasureFacts = MeasureColumns & {
  /** The newest figures, as many as the rule of movement looks at; oldest first. */
  newest: Figure[];
};

type Of = { planId: string; recommendationId?: string };

/** Live measures under a plan, or under one recommendation, in order of number. One statement. */
export function loadMeasureFacts(db: Db | Tx, scope: Scope, of: Of): Promise<MeasureFacts[]> {
  return db.$queryRaw<MeasureFacts[]>(measureFactsSql(scope, of));
}

/** The statement of `loadMeasureFacts`, for whoever reads a plan as at one moment. */
export function measureFactsSql(scope: Scope, of: Of): Sql {
  const only = of.recommendationId ? sql`AND m."recommendationId" = ${of.recommendationId}` : sql``;
  return sql`
    SELECT ${measureColumns(scope)},
      (SELECT COALESCE(json_agg(json_build_object('date', x."date", 'value', x."value"::float8) ORDER BY x."date"), '[]')
        FROM (SELECT mp."date", mp."value" FROM "measure_point" mp
          WHERE mp."measureId" = m."id" AND mp."replacedAt" IS NULL
          ORDER BY mp."date" DESC LIMIT 4) x) AS "newest"
    FROM "measure" m LEFT JOIN "post" p ON p."id" = m."ownerPostId"
    WHERE m."planId" = ${of.planId} AND m."deletedAt" IS NULL ${only}
    ORDER BY m."number"`;
}
