import type { IsoDate } from '@gt/contracts/words';
import { useElementSize } from '@mantine/hooks';
import { line } from 'd3-shape';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { apart, chartScales, namedPositions } from './chart-scales.ts';
import classes from './run-chart.module.css';
import { stepOf } from './step-of.ts';

export type ChartPoint = {
  date: IsoDate;
  value: number;
  /** The figure with its unit and its day: "219 households on 31 January 2026". */
  words: string;
  /** Its day as it stands under the axis: "Jan 2026". */
  axis: string;
  /** What was said of it; marked on the line. */
  comment?: string;
};

export type ChartLevel = { kind: 'target' | 'median' | 'baseline'; value: number; label: string };

type RunChartProps = {
  /** What the chart is of: "Approved foster carers". */
  title: string;
  /** Oldest first; at least one. */
  points: readonly ChartPoint[];
  /** Lines across, each named where it ends. */
  levels: readonly ChartLevel[];
  /** A value at the side: "1,200", "80 %". */
  tickWords: (value: number) => string;
  /** Low, and without the reading line: several beside one another. */
  small?: boolean;
};

/** Of a letter, in pixels: good enough to keep room for a label. */
const LETTER = 6.6;
const TOP = 14;
const FOOT = 24;
/** Room for a name under the axis. */
const AXIS_NAME = 68;

/**
 * Figures over time as one line, with target, baseline and median named where they end, and no legend. Arrow keys or
 * a pointer walk along the figures, and the line beneath reads each of them out, comment and all. The words and the
 * table that belong to it are the caller's.
 */
export function RunChart({ title, points, levels, tickWords, small = false }: RunChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const now = Math.min(at ?? points.length - 1, points.length - 1);
  const shown = points[now];
  const plot = plotOf({ points, levels, tickWords, width: width || 560, height: small ? 150 : 240 });

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

type PlotInput = Pick<RunChartProps, 'points' | 'levels' | 'tickWords'> & { width: number; height: number };
type Plot = ReturnType<typeof plotOf>;

function plotOf({ points, levels, tickWords, width, height }: PlotInput) {
  const values = levels.map(({ value }) => value);
  const probe = chartScales(points, values, { width: 1, height: 1 }).ticks.map(tickWords);
  const left = Math.max(...probe.map((word) => word.length), 1) * LETTER + 10;
  const longest = Math.max(0, ...levels.map(({ label }) => label.length));
  // On a narrow screen the names of lines stand inside, above their line.
  const isInside = width < 480;
  const right = isInside ? 10 : longest * LETTER + 14;
  const inner = { width: Math.max(40, width - left - right), height: height - TOP - FOOT };
  const scales = chartScales(points, values, inner);
  const marks = points.map((point) => ({
    ...point,
    x: left + scales.x(point.date),
    y: TOP + scales.y(point.value),
  }));
  return {
    width,
    height,
    left,
    right: left + inner.width,
    isInside,
    marks,
    path: line<{ x: number; y: number }>(
      ({ x }) => x,
      ({ y }) => y,
    )(marks),
    ticks: scales.ticks.map((value) => ({ value, words: tickWords(value), y: TOP + scales.y(value) })),
    levels: levelsOf(
      levels.map((level) => ({ ...level, y: TOP + scales.y(level.value) })),
      isInside,
      { marks, height: height - FOOT },
    ),
    named: namesOf(marks, left + inner.width),
    nearest: (x: number) =>
      marks.reduce(
        (best, mark, index) => (Math.abs(mark.x - x) < Math.abs((marks[best]?.x ?? 0) - x) ? index : best),
        0,
      ),
  };
}

/**
 * At the right edge names make room for one another. Inside, each stands on the side of its line where the figures are
 * not: the median's at the right, the others at the left.
 */
function levelsOf<T extends ChartLevel & { y: number }>(
  levels: readonly T[],
  isInside: boolean,
  { marks, height }: { marks: readonly { y: number }[]; height: number },
) {
  if (!isInside) return apart(levels, height);
  return levels.map((level) => {
    const beside = level.kind === 'median' ? marks.slice(-4) : marks.slice(0, 4);
    const mean = beside.reduce((sum, { y }) => sum + y, 0) / Math.max(1, beside.length);
    return { ...level, at: mean < level.y ? level.y + 13 : level.y - 4 };
  });
}

/** Days named under the axis: the newest always, and so many before it as have room. */
function namesOf(marks: readonly { x: number }[], right: number) {
  const named = namedPositions(marks.length, Math.floor((right - (marks[0]?.x ?? 0)) / AXIS_NAME));
  const last = marks.at(-1);
  const isEdge = last !== undefined && marks.length > 1;
  const second = marks[named.find((index) => index > 0) ?? 0];
  return named.flatMap((index) => {
    const mark = marks[index];
    if (!mark) return [];
    // The first one begins where its figure stands, and so reaches further to the right.
    if (index === 0 && second && second !== mark && second.x - mark.x < AXIS_NAME * 1.5) return [];
    const isLast = isEdge && index === marks.length - 1;
    if (isEdge && !isLast && last.x - mark.x < AXIS_NAME * 1.5) return [];
    const anchor = isLast ? 'end' : index === 0 && marks.length > 1 ? 'start' : 'middle';
    return [{ index, anchor } as const];
  });
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
      {plot.named.map(({ index, anchor }) => {
        const mark = marks[index];
        return mark ? (
          <text key={mark.date} className={classes.tick} x={mark.x} y={height - 6} textAnchor={anchor}>
            {mark.axis}
          </text>
        ) : null;
      })}
      <Levels plot={plot} />
      {active ? (
        <line className={classes.here} x1={active.x} x2={active.x} y1={TOP} y2={height - FOOT} />
      ) : null}
      {plot.path ? <path className={classes.line} d={plot.path} /> : null}
      {marks.map((mark, index) => (
        <Mark key={mark.date} {...mark} isLast={index === marks.length - 1} isActive={index === now} />
      ))}
    </svg>
  );
}

function Levels({ plot }: { plot: Plot }) {
  return plot.levels.map(({ kind, y, at, label }) => (
    <g key={kind} data-kind={kind} className={classes.level}>
      <line className={classes.levelLine} x1={plot.left} x2={plot.right} y1={y} y2={y} />
      {plot.isInside ? (
        <text
          className={classes.levelName}
          x={kind === 'median' ? plot.right : plot.left + 4}
          y={at}
          textAnchor={kind === 'median' ? 'end' : 'start'}
        >
          {label}
        </text>
      ) : (
        <text className={classes.levelName} x={plot.right + 8} y={at} dy="0.32em">
          {label}
        </text>
      )}
    </g>
  ));
}

type MarkProps = { x: number; y: number; comment?: string; isLast: boolean; isActive: boolean };

/** A dot; a diamond where something was said of the figure. */
function Mark({ x, y, comment, isLast, isActive }: MarkProps) {
  const size = isActive ? 6 : isLast ? 5 : 3.5;
  if (!comment) return <circle className={classes.point} data-last={isLast} cx={x} cy={y} r={size} />;
  const reach = size + 2.5;
  return (
    <path
      className={classes.point}
      data-last={isLast}
      d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`}
    />
  );
}
