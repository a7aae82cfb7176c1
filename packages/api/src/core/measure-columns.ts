import type { IsoDate, MeasureDirection, MeasureFrequency, MeasureMovement } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';
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
  createdAt: Date;
  redactedAt: Date | null;
};

/** Columns over `m` ("measure") and `p` (the "post" that owns it): the same on its own screens, in thread and pack. */
export const measureColumns = (scope: Scope): Sql => sql`m."id", m."recommendationId", m."number", m."name",
  m."definition", m."unit", m."direction"::text, m."frequency"::text, m."baseline"::float8, m."baselineDate"::text,
  m."target"::float8, m."targetDate"::text, p."title" AS "ownerPostTitle",
  ${holderOf(sql`m."ownerPostId"`, scope.today)} AS "holder", m."movement"::text, m."createdAt", m."redactedAt"`;
