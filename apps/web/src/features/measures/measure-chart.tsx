import { formatDate, formatShortDate, type IsoDate, type MeasureFrequency } from '@gt/contracts/words';
import { numberWords, valueWords } from '@gt/domain/measure';
import { type ChartLevel, type ChartPoint, RunChart } from '@gt/ui';

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
  small?: boolean;
};

/** The figures of a measure as a run chart: target, baseline and median named where their lines end. */
export function MeasureChart({ measure, points, median = null, small }: MeasureChartProps) {
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
      tickWords={(value) => short(value, unit)}
      small={small}
    />
  );
}

function pointOf(
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
function short(value: number, unit: string): string {
  return unit === '%' || unit.startsWith('£') ? valueWords(value, unit) : numberWords(value);
}
