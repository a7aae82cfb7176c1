import { trajectoryLine } from '@gt/domain/measure';
import { Segments } from '../../components/segments.tsx';
import { ChartWords } from './chart-words.tsx';
import { ControlChart } from './control-chart.tsx';
import { MeasureChart } from './measure-chart.tsx';
import classes from './measures.module.css';
import type { MeasureDetail } from './queries.ts';
import { spokenOf } from './spoken-of.ts';
import { useChartKind } from './use-chart-kind.ts';

const KINDS = [
  { value: 'run', label: 'Run chart' },
  { value: 'control', label: 'Control chart' },
] as const;

/** The figures over time, as a run chart or as a control chart, and what it shows in words. */
export function ChartPanel({ measure }: { measure: MeasureDetail }) {
  const [kind, choose] = useChartKind();
  const points = spokenOf(measure);
  return (
    <section aria-label="Chart">
      {points.length === 0 ? null : (
        <div className={`${classes.chartHead} gt-screen-only`}>
          <Segments label="Kind of chart" value={kind} options={KINDS} onChange={choose} />
        </div>
      )}
      {kind === 'control' && points.length > 0 ? (
        <ControlChart measure={measure} points={points} />
      ) : (
        <>
          <MeasureChart
            measure={measure}
            points={points}
            median={measure.median}
            planned={trajectoryLine(measure, measure.planned)}
          />
          <ChartWords measure={measure} />
        </>
      )}
    </section>
  );
}
