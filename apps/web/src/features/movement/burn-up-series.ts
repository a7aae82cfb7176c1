import { formatDate, formatShortDate, type IsoDate } from '@gt/contracts/words';
import { burnUpWords } from '@gt/domain/snapshot';
import type { ChartSeries } from '@gt/ui';
import type { BurnUp } from './queries.ts';

type Point = BurnUp['points'][number];

const of = (points: readonly Point[], key: 'actions' | 'closed' | 'plannedByDue' | 'plannedByOriginal') =>
  points.map((point) => ({ date: point.asAt, value: point[key] }));

/** The burn-up as a day saw it: nothing kept later, nothing of today, and no plan that was made since. */
export function burnUpUntil(burnUp: BurnUp, until: IsoDate): BurnUp {
  const points = burnUp.points.filter(({ asAt }) => asAt <= until);
  const last = points.at(-1);
  if (!last) return { ...burnUp, points };
  return { points, now: last, ahead: [], words: burnUpWords(last) };
}

/** The lines of the burn-up: what was kept, what the newest snapshot plans, and today's count apart. */
export function burnUpSeries({ points, now, ahead }: BurnUp): ChartSeries[] {
  const last = points.at(-1);
  const isNewer = last !== undefined && now.asAt > last.asAt;
  const later = ahead.filter(({ by }) => last !== undefined && by > last.asAt);
  const planned = (key: 'due' | 'original') => later.map((point) => ({ date: point.by, value: point[key] }));
  return [
    { key: 'all', kind: 'all', name: 'All actions', points: of(points, 'actions') },
    {
      key: 'first',
      kind: 'first',
      name: 'First planned',
      points: of(points, 'plannedByOriginal'),
      ahead: planned('original'),
    },
    {
      key: 'due',
      kind: 'plan',
      name: 'Planned',
      points: of(points, 'plannedByDue'),
      ahead: planned('due'),
    },
    {
      key: 'closed',
      kind: 'main',
      name: 'Closed',
      points: of(points, 'closed'),
      ...(isNewer ? { ring: { date: now.asAt, value: now.closed } } : {}),
    },
  ];
}

/** The days that can be read out: every snapshot, and the ends of the months to come. */
export function burnUpDays({ points, ahead }: BurnUp) {
  const last = points.at(-1);
  const kept = points.map((point) => ({
    date: point.asAt,
    axis: axisOf(point.asAt),
    words: pointWords(point),
  }));
  const later = ahead
    .filter(({ by }) => last !== undefined && by > last.asAt)
    .map(({ by, due, original }) => ({
      date: by,
      axis: axisOf(by),
      words: `${formatDate(by)}: ${due} are planned to be closed by then; ${original} were first planned`,
    }));
  return [...kept, ...later];
}

export function pointWords({ asAt, actions, closed, plannedByDue, plannedByOriginal }: Point): string {
  return `${formatDate(asAt)}: ${closed} of ${actions} closed; ${plannedByDue} planned, ${plannedByOriginal} first planned`;
}

/** "12 Mar". */
function axisOf(date: IsoDate): string {
  return formatShortDate(date).replace(/ \d{4}$/, '');
}
