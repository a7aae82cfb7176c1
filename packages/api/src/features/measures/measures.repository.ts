import type { MeasureDetail, MeasureListInput, MeasureRow } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { type Db, joinSql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { canEditMeasure, canEnterFigures, canOnAction, type Decision, holds } from '@gt/domain/authz';
import { chartWords, controlChart, controlWords, runChart } from '@gt/domain/measure';
import { ACTION_ACCESS_SELECT, actionRecord } from '../../core/action-access.ts';
import { auditTrail } from '../../core/audit-trail.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { idsIn, inWords } from '../actions/history-words.ts';
import { loadMeasures, type RawMeasure, toMeasureRow } from './measure-rows.ts';
import { commentsOf, stepsOf } from './said-of-measure.ts';

/** The measures of a plan, of one recommendation or of one action, in order. One statement, however many. */
export async function listMeasures(db: Db, scope: Scope, input: MeasureListInput): Promise<MeasureRow[]> {
  const conditions = [
    input.removed ? sql`m."deletedAt" IS NOT NULL` : sql`m."deletedAt" IS NULL`,
    ...(input.recommendationId
      ? [
          sql`(m."recommendationId" = ${input.recommendationId} OR EXISTS (SELECT 1 FROM "measure_serves" ms
            WHERE ms."measureId" = m."id" AND ms."recommendationId" = ${input.recommendationId}))`,
        ]
      : [sql`m."planId" = ${input.planId}`]),
    ...(input.actionId
      ? [
          sql`EXISTS (SELECT 1 FROM "action_measure" am
            WHERE am."measureId" = m."id" AND am."actionId" = ${input.actionId})`,
        ]
      : []),
  ];
  const rows = await loadMeasures(db, scope, joinSql(conditions, ' AND '));
  return rows.map((row) => toMeasureRow(scope, row));
}

/** Everything the panel of a measure shows, in seven statements. Throws NOT_FOUND. */
export async function getMeasure(db: Db, scope: Scope, measureId: string): Promise<MeasureDetail> {
  const [raw] = await loadMeasures(db, scope, sql`m."id" = ${measureId}`);
  if (!raw) throw notFound('measure');
  return detailOf(db, scope, raw);
}

/** The measure behind "M4" of a plan. */
export async function getMeasureByReference(
  db: Db,
  scope: Scope,
  input: { planId: string; reference: string },
): Promise<MeasureDetail> {
  const number = /^\s*m(\d{1,9})\s*$/i.exec(input.reference)?.[1];
  if (!number) throw notFound('measure');
  const which = sql`m."planId" = ${input.planId} AND m."number" = ${Number(number)}`;
  const [raw] = await loadMeasures(db, scope, which);
  if (!raw) throw notFound('measure');
  return detailOf(db, scope, raw);
}

async function detailOf(db: Db, scope: Scope, raw: RawMeasure): Promise<MeasureDetail> {
  const { points, corrections } = await figuresOf(db, scope, raw.id);
  const asked = (decision: Decision) =>
    decision.ok ? { ok: true as const } : { ok: false as const, sentence: decision.reason };
  const steps = await stepsOf(db, scope, raw.id);
  const standing = steps.filter(({ removedAt }) => removedAt === null).toReversed();
  const chart = controlChart(points, raw, standing);
  const closed = closedBy(raw);
  return {
    ...toMeasureRow(scope, raw),
    definition: raw.definition,
    recommendationQuote: raw.recommendationQuote,
    points,
    corrections,
    chartWords: chartWords(points, raw),
    median: runChart(points, raw.direction).median,
    standardKey: raw.standardKey,
    planned: raw.planned,
    control: {
      segments: chart.segments,
      points: chart.points,
      words: controlWords(chart, raw, standing),
    },
    steps,
    comments: await commentsOf(db, scope, raw.id),
    actions: await linkedActions(db, scope, raw.id),
    history: await historyOf(db, scope, raw.id),
    may: {
      edit: closed ?? asked(canEditMeasure(scope, raw)),
      enter: closed ?? asked(canEnterFigures(scope, raw)),
      comment:
        closed ??
        (holds(scope.roles, 'measure.comment')
          ? { ok: true }
          : { ok: false, sentence: 'Your role does not include this.' }),
    },
    createdAt: toInstant(raw.createdAt),
    changedBy: raw.changedByName ?? '',
    changedAt: toInstant(raw.changedAt),
    deletedAt: raw.deletedAt && toInstant(raw.deletedAt),
    deletedReason: raw.deletedReason,
  };
}

function closedBy(raw: RawMeasure): { ok: false; sentence: string } | null {
  if (raw.deletedAt) return { ok: false, sentence: 'This measure is in the recycle bin.' };
  if (raw.redactedAt) return { ok: false, sentence: 'The words of this measure were destroyed.' };
  return null;
}

type RawPoint = {
  id: string;
  date: IsoDate;
  value: number;
  numerator: number | null;
  denominator: number | null;
  comment: string;
  enteredById: string;
  enteredByName: string | null;
  enteredAt: Date;
  replacedAt: Date | null;
  replacedById: string | null;
  replacedByName: string | null;
  redactedAt: Date | null;
};

/** Figures that stand, and those that no longer do. What replaced a figure was entered at the same instant. */
async function figuresOf(
  db: Db,
  _scope: Scope,
  measureId: string,
): Promise<Pick<MeasureDetail, 'points' | 'corrections'>> {
  const rows = await db.$queryRaw<RawPoint[]>`
    SELECT mp."id", mp."date"::text, mp."value"::float8, mp."numerator"::float8,
      mp."denominator"::float8, mp."comment", mp."enteredById", eu."name" AS "enteredByName",
      mp."enteredAt", mp."replacedAt", nx."enteredById" AS "replacedById", nu."name" AS "replacedByName",
      mp."redactedAt"
    FROM "measure_point" mp LEFT JOIN "user" eu ON eu."id" = mp."enteredById"
    LEFT JOIN LATERAL (SELECT np."enteredById" FROM "measure_point" np
      WHERE np."measureId" = mp."measureId" AND np."id" > mp."id" AND np."enteredAt" = mp."replacedAt"
      ORDER BY np."date" = mp."date" DESC LIMIT 1) nx ON true
    LEFT JOIN "user" nu ON nu."id" = nx."enteredById"
    WHERE mp."measureId" = ${measureId}
    ORDER BY mp."date", mp."enteredAt"`;
  const pointOf = (row: RawPoint) => ({
    id: row.id,
    date: row.date,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    comment: row.comment,
    enteredBy: { id: row.enteredById, name: row.enteredByName ?? '' },
    enteredAt: toInstant(row.enteredAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  });
  const gone = rows.flatMap((row) => (row.replacedAt ? [{ ...row, replacedAt: row.replacedAt }] : []));
  return {
    points: rows.filter(({ replacedAt }) => replacedAt === null).map(pointOf),
    corrections: gone
      .sort((a, b) => b.replacedAt.getTime() - a.replacedAt.getTime())
      .map((row) => ({
        ...pointOf(row),
        replacedAt: toInstant(row.replacedAt),
        replacedBy:
          row.replacedById === null ? null : { id: row.replacedById, name: row.replacedByName ?? '' },
      })),
  };
}

async function linkedActions(db: Db, scope: Scope, measureId: string): Promise<MeasureDetail['actions']> {
  const rows = await db.action.findMany({
    where: { measures: { some: { measureId } }, deletedAt: null },
    select: { ...ACTION_ACCESS_SELECT, title: true, recommendation: { select: { number: true } } },
    orderBy: [{ recommendation: { number: 'asc' } }, { number: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    reference: actionReference(row.recommendation.number, row.number),
    title: row.title,
    mayUnlink: canOnAction(scope, 'action.plan', actionRecord(row)).ok,
  }));
}

/** The newest two hundred entries of its audit. An entry whose payload was destroyed keeps who and when. */
async function historyOf(db: Db, _scope: Scope, entityId: string): Promise<MeasureDetail['history']> {
  const trail = await auditTrail(db, { entityType: 'MEASURE', entityId, limit: 200 });
  const posts = await db.post.findMany({
    where: { id: { in: trail.flatMap(({ body }) => (body ? idsIn(body) : [])) } },
    select: { id: true, title: true },
  });
  const names = new Map(posts.map(({ id, title }) => [id, title]));
  return trail.map((entry) => inWords(entry, names));
}
