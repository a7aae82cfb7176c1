import type { IsoDate, MeasureDirection, MeasureFrequency, MeasureMovement } from '@gt/contracts/words';
import { type Db, sql, type Tx } from '@gt/db';
import type { Figure } from '@gt/domain/measure';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';

/** A live measure under a recommendation, with what thread, dashboard and packs ask of it. */
export type MeasureFacts = {
  id: string;
  recommendationId: string;
  number: number;
  name: string;
  definition: string;
  unit: string;
  direction: MeasureDirection;
  frequency: MeasureFrequency;
  baseline: number | null;
  baselineDate: IsoDate | null;
  target: number | null;
  targetDate: IsoDate | null;
  ownerPostTitle: string | null;
  holder: string | null;
  movement: MeasureMovement;
  createdAt: Date;
  redactedAt: Date | null;
  /** The newest figures, as many as the rule of movement looks at; oldest first. */
  newest: Figure[];
};

/** Live measures under a plan, or under one recommendation, in order of number. One statement. */
export function loadMeasureFacts(
  db: Db | Tx,
  scope: Scope,
  of: { planId: string; recommendationId?: string },
): Promise<MeasureFacts[]> {
  const only = of.recommendationId ? sql`AND m."recommendationId" = ${of.recommendationId}` : sql``;
  return db.$queryRaw<MeasureFacts[]>`
    SELECT m."id", m."recommendationId", m."number", m."name", m."definition", m."unit", m."direction"::text,
      m."frequency"::text, m."baseline"::float8, m."baselineDate"::text, m."target"::float8, m."targetDate"::text,
      p."title" AS "ownerPostTitle", ${holderOf(sql`m."ownerPostId"`, scope.today)} AS "holder",
      m."movement"::text, m."createdAt", m."redactedAt",
      (SELECT COALESCE(json_agg(json_build_object('date', x."date", 'value', x."value"::float8) ORDER BY x."date"), '[]')
        FROM (SELECT mp."date", mp."value" FROM "measure_point" mp
          WHERE mp."measureId" = m."id" AND mp."replacedAt" IS NULL
          ORDER BY mp."date" DESC LIMIT 4) x) AS "newest"
    FROM "measure" m LEFT JOIN "post" p ON p."id" = m."ownerPostId"
    WHERE m."planId" = ${of.planId} AND m."deletedAt" IS NULL ${only}
    ORDER BY m."number"`;
}
