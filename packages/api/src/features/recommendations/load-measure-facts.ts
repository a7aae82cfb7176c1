import { type Db, type Sql, sql, type Tx } from '@gt/db';
import type { Figure } from '@gt/domain/measure';
import { type MeasureColumns, measureColumns } from '../../core/measure-columns.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * A live measure under a recommendation, with what thread, dashboard and packs ask of it. One that serves further
 * recommendations comes once for each, under that one's id.
 */
export type MeasureFacts = MeasureColumns & {
  /** Whether this is its own recommendation; lists of a plan's measures count these alone. */
  isHome: boolean;
  /** The other plan that it belongs to; null for one of this plan. */
  ofPlan: string | null;
  /** The newest figures, as many as the rule of movement looks at; oldest first. */
  newest: Figure[];
};

type Of = { planId: string; recommendationId?: string };

/** Live measures that show something of a plan, or of one recommendation, its own first. One statement. */
export function loadMeasureFacts(db: Db | Tx, scope: Scope, of: Of): Promise<MeasureFacts[]> {
  return db.$queryRaw<MeasureFacts[]>(measureFactsSql(scope, of));
}

/** The statement of `loadMeasureFacts`, for whoever reads a plan as at one moment. */
export function measureFactsSql(scope: Scope, of: Of): Sql {
  const only = of.recommendationId ? sql`AND r."id" = ${of.recommendationId}` : sql``;
  return sql`
    SELECT ${measureColumns(scope, sql`r."id"`)}, r."id" = m."recommendationId" AS "isHome",
      CASE WHEN m."planId" <> ${of.planId} THEN mpl."name" END AS "ofPlan",
      (SELECT COALESCE(json_agg(json_build_object('date', x."date", 'value', x."value"::float8) ORDER BY x."date"), '[]')
        FROM (SELECT mp."date", mp."value" FROM "measure_point" mp
          WHERE mp."measureId" = m."id" AND mp."replacedAt" IS NULL
          ORDER BY mp."date" DESC LIMIT 4) x) AS "newest"
    FROM "recommendation" r
    JOIN LATERAL (SELECT h."id" FROM "measure" h WHERE h."recommendationId" = r."id"
      UNION ALL SELECT s."measureId" FROM "measure_serves" s WHERE s."recommendationId" = r."id") own ON true
    JOIN "measure" m ON m."id" = own."id" AND m."deletedAt" IS NULL
    JOIN "plan" mpl ON mpl."id" = m."planId" AND mpl."deletedAt" IS NULL
    LEFT JOIN "post" p ON p."id" = m."ownerPostId"
    WHERE r."planId" = ${of.planId} AND r."deletedAt" IS NULL ${only}
    ORDER BY m."planId" <> ${of.planId}, m."number", r."number"`;
}
