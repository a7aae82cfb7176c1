import type { IsoDate } from '@gt/contracts/words';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import classes from './series-chart.module.css';
import { type ChartSeries, type SeriesDay, type SeriesPlot, seriesPlot } from './series-plot.ts';
import { stepOf } from './step-of.ts';

export type { ChartSeries } from './series-plot.ts';

type SeriesChartProps = {
  /** What the chart is of: "Planned against closed". */
  title: string;
  /** The days that can be read out, oldest first; at least one. */
  days: readonly SeriesDay[];
  series: readonly ChartSeries[];
  /** The day on which what was kept ends and what is planned begins. */
  until?: { date: IsoDate; name: string };
};

const HEIGHT = 280;

/**
 * Several counts over time, each line named where it ends and told apart by its stroke as well as its ink; no legend.
 * Arrow keys or a pointer walk along the days, and the line beneath reads each of them out. The words and the table
 * that belong to it are the caller's.
 */
export function SeriesChart({ title, days, series, until }: SeriesChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const now = Math.min(at ?? days.length - 1, days.length - 1);
  const plot = seriesPlot({ days, series, until, width: width || 640, height: HEIGHT });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, now, days.length);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    setAt(plot.nearest(event.clientX - event.currentTarget.getBoundingClientRect().left));
  };
  return (
    <div className={classes.root}>
      <div
        ref={ref}
        className={classes.frame}
        role="slider"
        tabIndex={0}
        aria-label={`${title}: counts over time`}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={now + 1}
        aria-valuetext={days[now]?.words}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
      >
        <Drawing plot={plot} now={at === null ? null : now} />
      </div>
      <p className={`${classes.reading} gt-screen-only`} aria-hidden="true">
        {days[now]?.words}
      </p>
    </div>
  );
}

function Drawing({ plot, now }: { plot: SeriesPlot; now: number | null }) {
  const { width, height, left, right, top, foot } = plot;
  const active = now === null ? undefined : plot.days[now];
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
      className={classes.drawing}
    >
      {plot.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className={classes.grid} x1={left} x2={right} y1={y} y2={y} />
          <text className={classes.tick} x={left - 6} y={y} dy="0.32em" textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {plot.named.map(({ date, axis, x, anchor }) => (
        <text key={date} className={classes.tick} x={x} y={height - 6} textAnchor={anchor}>
          {axis}
        </text>
      ))}
      {plot.until ? (
        <g>
          <line className={classes.until} x1={plot.until.x} x2={plot.until.x} y1={top} y2={height - foot} />
          <text
            className={classes.tick}
            x={plot.until.x + (plot.until.anchor === 'end' ? -4 : 4)}
            y={top + 8}
            textAnchor={plot.until.anchor}
          >
            {plot.until.name}
          </text>
        </g>
      ) : null}
      {active ? (
        <line className={classes.here} x1={active.x} x2={active.x} y1={top} y2={height - foot} />
      ) : null}
      <Lines plot={plot} />
    </svg>
  );
}

function Lines({ plot }: { plot: SeriesPlot }) {
  return plot.series.map(({ key, kind, path, ahead, dots, ring, label }) => (
    <g key={key} className={classes.series} data-kind={kind}>
      {path ? <path className={classes.line} d={path} /> : null}
      {ahead ? <path className={classes.ahead} d={ahead} /> : null}
      {dots.map(({ x, y }) => (
        <circle key={x} className={classes.dot} cx={x} cy={y} r={3} />
      ))}
      {ring ? <circle className={classes.ring} cx={ring.x} cy={ring.y} r={5} /> : null}
      <text className={classes.name} x={label.x} y={label.y} dy="0.32em" textAnchor={label.anchor}>
        {label.words}
      </text>
    </g>
  ));
}
