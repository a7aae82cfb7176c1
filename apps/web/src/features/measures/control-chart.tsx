import type { IsoDate, MeasureSignal } from '@gt/contracts/words';
import { controlPointWords, roundFigure } from '@gt/domain/measure';
import { type ChartLevel, type ChartPoint, RunChart } from '@gt/ui';
import { pointOf, short } from './measure-chart.tsx';
import classes from './measures.module.css';
import type { MeasureDetail } from './queries.ts';

type ControlChartProps = {
  measure: MeasureDetail;
  points: readonly { date: IsoDate; value: number; comment: string }[];
};

const SHAPES: Record<MeasureSignal, ChartPoint['shape']> = {
  IMPROVEMENT: 'SQUARE',
  CONCERN: 'TRIANGLE',
  COMMON_CAUSE: undefined,
  TOO_FEW: undefined,
};

/** Whether it is change or noise: mean and limits, anew from each step, and a shape for each figure beyond noise. */
export function ControlChart({ measure, points }: ControlChartProps) {
  const { control, target, unit } = measure;
  const marks = points.map((point): ChartPoint => {
    const judged = control.points.find(({ date }) => date === point.date);
    const own = pointOf(point, measure);
    if (!judged) return own;
    return { ...own, words: `${own.words}. ${controlPointWords(judged)}`, shape: SHAPES[judged.signal] };
  });
  const steps = measure.steps.flatMap(({ date, removedAt }) => (removedAt === null ? [date] : []));
  return (
    <>
      <RunChart
        title={`Control chart of ${measure.name}`}
        points={marks}
        levels={[
          ...(target === null
            ? []
            : [{ kind: 'target' as const, value: target, label: `Target ${short(target, unit)}` }]),
          ...levelsOf(measure),
        ]}
        steps={steps}
        tickWords={(value) => short(value, unit)}
      />
      <div className={classes.chartWords}>
        <p className={classes.text}>{control.words.join(' ')}</p>
        <p className={`${classes.quiet} gt-screen-only`}>
          A square is an improvement beyond noise, a triangle a concern, a ring noise; a stem above it marks a
          comment. Arrow keys walk along the chart; the table beneath says it of every figure.
        </p>
      </div>
    </>
  );
}

/** Only the newest mean and limits are named: those before them are history. A share lies within 0 and 100. */
function levelsOf({ control, unit, points }: MeasureDetail): ChartLevel[] {
  const last = control.segments.length - 1;
  const isCount = points.every(({ value }) => value >= 0);
  const within = (value: number) => {
    const low = isCount ? Math.max(0, value) : value;
    return unit === '%' && points.every((point) => point.value <= 100) ? Math.min(100, low) : low;
  };
  return control.segments.flatMap(({ limits, from, to }, index): ChartLevel[] => {
    if (!limits) return [];
    const level = (kind: ChartLevel['kind'], name: string, value: number): ChartLevel => ({
      kind,
      value: within(value),
      label: index === last ? `${name} ${short(roundFigure(Math.round(within(value) * 10) / 10), unit)}` : '',
      from,
      to,
    });
    return [
      level('limit', 'Upper limit', limits.upper),
      level('mean', 'Mean', limits.mean),
      level('limit', 'Lower limit', limits.lower),
    ];
  });
}
