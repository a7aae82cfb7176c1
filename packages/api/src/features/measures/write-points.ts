import { formatDate, type IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import {
  checkFigure,
  checkFigureDate,
  checkShare,
  MEASURE_LIMITS,
  shareMismatch,
  shareOf,
  shareWords,
  valueWords,
} from '@gt/domain/measure';
import { checkText } from '@gt/domain/wording';
import { fromIsoDate, toIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';

/** A figure that stands. */
export type LivePoint = {
  id: string;
  date: IsoDate;
  value: number;
  comment: string;
  numerator: number | null;
  denominator: number | null;
};
export type NewPoint = {
  date: IsoDate;
  value: number;
  comment: string;
  /** What a share was worked out from; both or neither. */
  numerator?: number | null;
  denominator?: number | null;
};

/** The most figures one measure holds: weekly for a hundred years. */
const MOST_FIGURES = 5_000;

/** The figures that stand, oldest first. */
export async function loadLivePoints(tx: Tx, measureId: string): Promise<LivePoint[]> {
  const rows = await tx.measurePoint.findMany({
    where: { measureId, replacedAt: null },
    select: { id: true, date: true, value: true, comment: true, numerator: true, denominator: true },
    orderBy: { date: 'asc' },
  });
  const count = (value: unknown) => (value === null ? null : Number(value));
  return rows.map((row) => ({
    ...row,
    date: toIsoDate(row.date),
    value: Number(row.value),
    numerator: count(row.numerator),
    denominator: count(row.denominator),
  }));
}

/** Throws INVALID with a sentence beside each field of a figure that is typed. */
export function checkPoint(scope: Scope, point: NewPoint, enterComment?: string): void {
  const { date, value, comment } = point;
  const rule = {
    label: 'The comment',
    max: MEASURE_LIMITS.comment,
    ...(enterComment ? { enter: enterComment } : {}),
  };
  const problems = [
    ...checkFigureDate('date', date, 'The day that the figure is of', scope.today),
    ...checkFigure('value', value, 'The figure'),
    ...checkText('comment', comment, rule),
  ];
  if (problems.length > 0) throw invalid(problems);
}

/** Throws INVALID when the two counts of a figure are none, or give another figure in the measure's unit. */
export function checkCounts(point: NewPoint, unit: string): void {
  const problems = checkShare(
    { numerator: point.numerator ?? null, denominator: point.denominator ?? null },
    unit,
  );
  const share = shareOf(point);
  const mismatch = share && problems.length === 0 ? shareMismatch(point.value, share, unit) : null;
  if (mismatch) problems.push({ field: 'value', message: `${mismatch}. Mend one of them.` });
  if (problems.length > 0) throw invalid(problems);
}

/** Throws INVALID when a figure of that day stands already: two figures for one day are a correction. */
export function assertDayIsFree(points: readonly LivePoint[], date: IsoDate, unit: string): void {
  const there = points.find((point) => point.date === date);
  if (!there) return;
  const message = `There is a figure of ${formatDate(date)} already: ${valueWords(there.value, unit)}. Correct that one instead.`;
  throw invalid([{ field: 'date', message }]);
}

/** Inserts figures with the ids given, or new ones; throws RULE when the measure would hold too many. */
export async function insertPoints(
  tx: Tx,
  scope: Scope,
  measureId: string,
  points: readonly (NewPoint & { id?: string })[],
): Promise<void> {
  const held = await tx.measurePoint.count({ where: { measureId } });
  if (held + points.length > MOST_FIGURES) {
    throw new DomainError(
      'RULE',
      'This measure holds as many figures as it can. Set up a new measure to go on.',
    );
  }
  await tx.measurePoint.createMany({
    data: points.map(({ id, date, value, comment, numerator = null, denominator = null }) => ({
      id: id ?? newId(),
      measureId,
      date: fromIsoDate(date),
      value,
      numerator,
      denominator,
      comment,
      enteredById: scope.userId,
      enteredAt: scope.now,
    })),
  });
}

/** Marks figures as no longer standing. */
export async function replacePoints(tx: Tx, scope: Scope, ids: readonly string[]): Promise<void> {
  await tx.measurePoint.updateMany({
    where: { id: { in: [...ids] }, replacedAt: null },
    data: { replacedAt: scope.now },
  });
}

/** "31 March 2026: 78 %", as the history lists figures. */
export function pointWords(point: Omit<NewPoint, 'comment'>, unit: string): string {
  const share = shareOf(point);
  const of = share ? ` (${shareWords(share)})` : '';
  return `${formatDate(point.date)}: ${valueWords(point.value, unit)}${of}`;
}
