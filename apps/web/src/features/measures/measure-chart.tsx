import { formatDate, formatShortDate, type IsoDate, type MeasureFrequency } from '@gt/contracts/words';
import { addDays, daysBetween } from '@gt/domain/calendar';
import { type Figure, numberWords, valueWords } from '@gt/domain/measure';
import { type ChartLevel, type ChartPoint, type ChartWay, RunChart } from '@gt/ui';

type MeasureChartProps = {
  measure: {
    name: string;
    unit: string;
    frequency: MeasureFrequency;
    baseline: number | null;
    target: number | null;
  };
  points: readonly { date: IsoDate; value: number; comment?: string }[];
  median?: number | null;
  /** Where it should go, from the baseline to the target; empty without a plan. */
  planned?: readonly Figure[];
  small?: boolean;
};

/** The figures of a measure as a run chart: target, baseline and median named where their lines end. */
export function MeasureChart({ measure, points, median = null, planned = [], small }: MeasureChartProps) {
  const { unit, baseline, target } = measure;
  if (points.length === 0) return null;
  const level = (kind: ChartLevel['kind'], name: string, value: number | null): ChartLevel[] =>
    value === null ? [] : [{ kind, value, label: `${name} ${short(value, unit)}` }];
  return (
    <RunChart
      title={measure.name}
      points={points.map((point) => pointOf(point, measure))}
      levels={[
        ...level('target', 'Target', target),
        // A small chart shows where it should go; the rest stands on the measure's own page.
        ...(small ? [] : [...level('median', 'Median', median), ...level('baseline', 'Baseline', baseline)]),
      ]}
      way={wayOf(planned, points)}
      tickWords={(value) => short(value, unit)}
      small={small}
    />
  );
}

/** The way as far as half as long again as there are figures: a target in three years does not squeeze them together. */
function wayOf(planned: readonly Figure[], points: readonly { date: IsoDate }[]): ChartWay | undefined {
  const [first, last] = [points[0]?.date, points.at(-1)?.date];
  if (planned.length < 2 || !first || !last) return undefined;
  const end = addDays(last, Math.max(90, Math.round(daysBetween(first, last) / 2)));
  const shown = planned.filter(({ date }) => date >= first && date <= end);
  const before = planned.findLast(({ date }) => date < first);
  const start = before && shown[0] ? [{ date: first, value: between(before, shown[0], first) }] : [];
  const way = [...start, ...shown];
  const stop = way.at(-1);
  if (!stop || way.length < 2) return undefined;
  const [, month = '', year = ''] = formatShortDate(stop.date).split(' ');
  return { points: way, label: 'Planned', axis: `${month} ${year}` };
}

function between(from: Figure, to: Figure, date: IsoDate): number {
  return (
    from.value + ((to.value - from.value) * daysBetween(from.date, date)) / daysBetween(from.date, to.date)
  );
}

export function pointOf(
  { date, value, comment }: MeasureChartProps['points'][number],
  { unit, frequency }: MeasureChartProps['measure'],
): ChartPoint {
  const [day = '', month = '', year = ''] = formatShortDate(date).split(' ');
  return {
    date,
    value,
    words: `${formatDate(date)}: ${valueWords(value, unit)}`,
    axis: frequency === 'WEEKLY' ? `${day} ${month}` : `${month} ${year}`,
    ...(comment ? { comment } : {}),
  };
}

/** Beside an axis a long unit would leave no room for the line. */
export function short(value: number, unit: string): string {
  return unit === '%' || unit.startsWith('£') ? valueWords(value, unit) : numberWords(value);
}
