import type { MeasureRow } from '@gt/contracts/schemas';
import type { Db, Sql, Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import {
  distanceFromTarget,
  type Figure,
  isLate,
  measureReference,
  movement,
  trajectoryPosition,
} from '@gt/domain/measure';
import { londonDate, toInstant } from '../../core/dates.ts';
import { type MeasureColumns, measureColumns } from '../../core/measure-columns.ts';
import type { Scope } from '../../core/scope.ts';

/** Figures that a small line in a list shows. */
const SPARK_FIGURES = 24;

/** One measure as the statement below answers it. */
export type RawMeasure = MeasureColumns & {
  planId: string;
  recommendationNumber: number;
  recommendationQuote: string;
  ownerPostId: string | null;
  ownerTeamId: string | null;
  changedAt: Date;
  changedByName: string | null;
  deletedAt: Date | null;
  deletedReason: string | null;
  version: number;
  /** The newest figures, oldest first. */
  spark: Figure[];
  figures: number;
  linked: { id: string; recommendationNumber: number; number: number }[];
  standardKey: string | null;
  serves: { id: string; planId: string; number: number; ofPlan: string | null }[];
};

/** Measures that `which` lets through, over `m` ("measure"), in order of number. One statement, however many. */
export function loadMeasures(db: Db | Tx, scope: Scope, which: Sql): Promise<RawMeasure[]> {
  return db.$queryRaw<RawMeasure[]>`
    SELECT ${measureColumns(scope)}, m."planId", r."number" AS "recommendationNumber",
      r."quote" AS "recommendationQuote", m."ownerPostId", p."teamId" AS "ownerTeamId", m."changedAt",
      u."name" AS "changedByName", m."deletedAt", m."deletedReason", m."version",
      m."standardKey", pts."spark", pts."figures", acts."linked", srv."serves"
    FROM "measure" m
    JOIN "recommendation" r ON r."id" = m."recommendationId" AND r."deletedAt" IS NULL
    JOIN "plan" pl ON pl."id" = m."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "post" p ON p."id" = m."ownerPostId"
    LEFT JOIN "user" u ON u."id" = m."changedById"
    CROSS JOIN LATERAL (
      SELECT COALESCE(json_agg(json_build_object('date', x."date", 'value', x."value"::float8) ORDER BY x."date"), '[]')
          AS "spark", COALESCE(max(x."total"), 0)::int AS "figures"
      FROM (SELECT mp."date", mp."value", count(*) OVER () AS "total" FROM "measure_point" mp
        WHERE mp."measureId" = m."id" AND mp."replacedAt" IS NULL
        ORDER BY mp."date" DESC LIMIT ${SPARK_FIGURES}) x
    ) pts
    CROSS JOIN LATERAL (
      SELECT COALESCE(json_agg(json_build_object('id', a."id", 'recommendationNumber', ar."number", 'number', a."number")
          ORDER BY ar."number", a."number"), '[]') AS "linked"
      FROM "action_measure" am JOIN "action" a ON a."id" = am."actionId" AND a."deletedAt" IS NULL
      JOIN "recommendation" ar ON ar."id" = a."recommendationId"
      WHERE am."measureId" = m."id"
    ) acts
    CROSS JOIN LATERAL (
      SELECT COALESCE(json_agg(json_build_object('id', sr."id", 'planId', sr."planId", 'number', sr."number",
          'ofPlan', CASE WHEN sr."planId" <> m."planId" THEN sp."name" END)
          ORDER BY sr."planId" <> m."planId", sp."name", sr."number"), '[]') AS "serves"
      FROM "measure_serves" ms JOIN "recommendation" sr ON sr."id" = ms."recommendationId" AND sr."deletedAt" IS NULL
      JOIN "plan" sp ON sp."id" = sr."planId" AND sp."deletedAt" IS NULL
      WHERE ms."measureId" = m."id"
    ) srv
    WHERE ${which}
    ORDER BY r."number", m."number"`;
}

/** The row as the list shows it, with every rule applied by the domain. */
export function toMeasureRow(scope: Scope, raw: RawMeasure): MeasureRow {
  const latest = raw.spark.at(-1) ?? null;
  const distance = distanceFromTarget(latest?.value ?? null, raw);
  const trajectory = trajectoryPosition(latest, raw, raw.planned);
  const late = isLate({ ...raw, createdOn: londonDate(raw.createdAt) }, latest?.date ?? null, scope.today);
  return {
    id: raw.id,
    planId: raw.planId,
    recommendationId: raw.recommendationId,
    recommendationNumber: raw.recommendationNumber,
    number: raw.number,
    reference: measureReference(raw.number),
    name: raw.name,
    unit: raw.unit,
    direction: raw.direction,
    frequency: raw.frequency,
    baseline: raw.baseline,
    baselineDate: raw.baselineDate,
    target: raw.target,
    targetDate: raw.targetDate,
    ownerPost:
      raw.ownerPostId === null
        ? null
        : { id: raw.ownerPostId, title: raw.ownerPostTitle ?? '', holder: raw.holder },
    latest,
    movement: raw.movement,
    signal: raw.signal,
    assurance: raw.assurance,
    movementWords: movement(raw.spark, raw).sentence,
    isMet: distance.isMet,
    distanceWords: distance.words,
    trajectory: trajectory.position,
    trajectoryWords: trajectory.words,
    isLate: late.isLate,
    lateWords: late.words,
    spark: raw.spark,
    figures: raw.figures,
    serves: raw.serves,
    actions: raw.linked.map(({ id, recommendationNumber, number }) => ({
      id,
      reference: actionReference(recommendationNumber, number),
    })),
    redactedAt: raw.redactedAt && toInstant(raw.redactedAt),
    version: raw.version,
  };
}
