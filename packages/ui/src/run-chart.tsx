import type { IsoDate } from '@gt/contracts/words';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import classes from './run-chart.module.css';
import {
  type ChartLevel,
  type ChartPoint,
  type ChartWay,
  FOOT,
  type Plot,
  plotOf,
  TOP,
} from './run-chart-plot.ts';
import { stepOf } from './step-of.ts';

type RunChartProps = {
  /** What the chart is of: "Approved foster carers". */
  title: string;
  /** Oldest first; at least one. */
  points: readonly ChartPoint[];
  /** Lines across, each named where it ends. */
  levels: readonly ChartLevel[];
  /** Where the figures should go, between days. */
  way?: ChartWay;
  /** Days at which lines begin anew. */
  steps?: readonly IsoDate[];
  /** A value at the side: "1,200", "80 %". */
  tickWords: (value: number) => string;
  /** Low, and without the reading line: several beside one another. */
  small?: boolean;
};

const NO_STEPS: readonly IsoDate[] = [];

/**
 * Figures over time as one line, with every other line named where it ends, and no legend. Lines may hold for a part
 * of the time, which makes a control chart of it; what is more than noise has a shape of its own. Arrow keys or
 * a pointer walk along the figures, and the line beneath reads each of them out, comment and all. The words and the
 * table that belong to it are the caller's.
 */
export function RunChart(props: RunChartProps) {
  const { title, points, levels, way, steps = NO_STEPS, tickWords, small = false } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const now = Math.min(at ?? points.length - 1, points.length - 1);
  const shown = points[now];
  const size = { width: width || 560, height: small ? 150 : 240 };
  const plot = plotOf({ points, levels, way, steps, tickWords, ...size });

  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, now, points.length);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    setAt(plot.nearest(event.clientX - left));
  };
  return (
    <div className={classes.root} data-small={small}>
      <div
        ref={ref}
        className={classes.frame}
        role="slider"
        tabIndex={0}
        aria-label={`${title}: figures over time`}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={now + 1}
        aria-valuetext={[shown?.words, shown?.comment].filter(Boolean).join('. ')}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
      >
        <Drawing plot={plot} now={at === null ? null : now} />
      </div>
      {small ? null : (
        <p className={`${classes.reading} gt-screen-only`} aria-hidden="true">
          {shown ? (
            <>
              <strong>{shown.words}</strong>
              {shown.comment ? ` ${shown.comment}` : ''}
            </>
          ) : null}
        </p>
      )}
    </div>
  );
}

function Drawing({ plot, now }: { plot: Plot; now: number | null }) {
  const { width, height, left, right, marks } = plot;
  const active = now === null ? undefined : marks[now];
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
      className={classes.drawing}
    >
      {plot.ticks.map(({ value, words, y }) => (
        <g key={value}>
          <line className={classes.grid} x1={left} x2={right} y1={y} y2={y} />
          <text className={classes.tick} x={left - 6} y={y} dy="0.32em" textAnchor="end">
            {words}
          </text>
        </g>
      ))}
      {plot.axis.map(({ words, x, anchor }) => (
        <text key={`${words} ${x}`} className={classes.tick} x={x} y={height - 6} textAnchor={anchor}>
          {words}
        </text>
      ))}
      {plot.steps.map(({ date, x }) => (
        <g key={date} className={classes.step}>
          <line x1={x} x2={x} y1={TOP} y2={height - FOOT} />
          <text x={x + 4} y={TOP - 3}>
            Step
          </text>
        </g>
      ))}
      <Levels plot={plot} />
      {active ? (
        <line className={classes.here} x1={active.x} x2={active.x} y1={TOP} y2={height - FOOT} />
      ) : null}
      {plot.way ? <path className={classes.way} d={plot.way} /> : null}
      {plot.path ? <path className={classes.line} d={plot.path} /> : null}
      {marks.map((mark, index) => (
        <Mark key={mark.date} {...mark} isLast={index === marks.length - 1} isActive={index === now} />
      ))}
    </svg>
  );
}

function Levels({ plot }: { plot: Plot }) {
  return (
    <>
      {plot.lines.map(({ kind, y, value, x1, x2 }) => (
        <line
          key={`${kind} ${value} ${x1}`}
          data-kind={kind}
          className={classes.levelLine}
          x1={x1}
          x2={x2}
          y1={y}
          y2={y}
        />
      ))}
      {plot.names.map(({ kind, at, label, isRight }) => (
        <text
          key={`${kind} ${label}`}
          data-kind={kind}
          className={classes.levelName}
          x={plot.isInside ? (isRight ? plot.right : plot.left + 4) : plot.right + 8}
          y={at}
          dy={plot.isInside ? undefined : '0.32em'}
          textAnchor={plot.isInside && isRight ? 'end' : 'start'}
        >
          {label}
        </text>
      ))}
    </>
  );
}

type MarkProps = Pick<ChartPoint, 'comment' | 'shape'> & {
  x: number;
  y: number;
  isLast: boolean;
  isActive: boolean;
};

/** A dot, or the shape of what is more than noise; a diamond, or a stem above the shape, where something was said. */
function Mark({ x, y, comment, shape, isLast, isActive }: MarkProps) {
  const size = isActive ? 6 : isLast ? 5 : 3.5;
  const reach = size + 2.5;
  const common = { className: classes.point, 'data-last': isLast, 'data-shape': shape };
  if (!comment && !shape) return <circle {...common} cx={x} cy={y} r={size} />;
  const diamond = `M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`;
  if (!shape) return <path {...common} d={diamond} />;
  const half = size + 1;
  const outline =
    shape === 'SQUARE'
      ? `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}Z`
      : `M${x} ${y - half - 1}L${x + half + 1} ${y + half}H${x - half - 1}Z`;
  return (
    <>
      {comment ? <path className={classes.stem} d={`M${x} ${y - half - 2}v-8m-3 0h6`} /> : null}
      <path {...common} d={outline} />
    </>
  );
}
