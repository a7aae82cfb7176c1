import type {
  IsoDate,
  MeasureAssurance,
  MeasureDirection,
  MeasureFrequency,
  MeasureMovement,
  MeasureSignal,
} from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';
import type { Figure } from '@gt/domain/measure';
import { holderOf } from './holder-of.ts';
import type { Scope } from './scope.ts';

/** A measure as it was set up, and where it moves; the columns of `measureColumns`. */
export type MeasureColumns = {
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
  signal: MeasureSignal;
  assurance: MeasureAssurance;
  /** Planned values, oldest first. */
  planned: Figure[];
  createdAt: Date;
  redactedAt: Date | null;
};

const plannedOf = sql`(SELECT COALESCE(json_agg(json_build_object('date', pf."date", 'value', pf."value"::float8)
  ORDER BY pf."date"), '[]') FROM "planned_figure" pf WHERE pf."measureId" = m."id") AS "planned"`;

/**
 * Columns over `m` ("measure") and `p` (the "post" that owns it): the same on its own screens, in thread and pack.
 * `under` is the recommendation that it is looked at from.
 */
export const measureColumns = (scope: Scope, under: Sql = sql`m."recommendationId"`): Sql => sql`m."id",
  ${under} AS "recommendationId", m."number", m."name",
  m."definition", m."unit", m."direction"::text, m."frequency"::text, m."baseline"::float8, m."baselineDate"::text,
  m."target"::float8, m."targetDate"::text, p."title" AS "ownerPostTitle",
  ${holderOf(sql`m."ownerPostId"`, scope.today)} AS "holder", m."movement"::text, m."signal"::text,
  m."assurance"::text, ${plannedOf}, m."createdAt", m."redactedAt"`;
