import type { IsoDate } from '@gt/contracts/words';
import { line } from 'd3-shape';
import { apart, chartScales, namedPositions } from './chart-scales.ts';

export type ChartPoint = {
  date: IsoDate;
  value: number;
  /** The figure with its unit and its day: "219 households on 31 January 2026". */
  words: string;
  /** Its day as it stands under the axis: "Jan 2026". */
  axis: string;
  /** What was said of it; marked on the line. */
  comment?: string;
  /** More than noise: a square for the better, a triangle for the worse. */
  shape?: 'SQUARE' | 'TRIANGLE';
};

export type ChartLevel = {
  kind: 'target' | 'median' | 'baseline' | 'mean' | 'limit';
  value: number;
  /** '' for one that is drawn and not named. */
  label: string;
  /** The days it holds between; all of them when absent. */
  from?: IsoDate;
  to?: IsoDate;
};

/** Where figures should go: a broken line, named where it ends. */
export type ChartWay = { points: readonly { date: IsoDate; value: number }[]; label: string; axis: string };

export type PlotInput = {
  points: readonly ChartPoint[];
  levels: readonly ChartLevel[];
  way?: ChartWay;
  steps: readonly IsoDate[];
  tickWords: (value: number) => string;
  width: number;
  height: number;
};
export type Plot = ReturnType<typeof plotOf>;

/** Of a letter, in pixels: good enough to keep room for a label. */
const LETTER = 6.6;
export const TOP = 14;
export const FOOT = 24;
/** Room for a name under the axis. */
const AXIS_NAME = 68;

/** Where everything of a chart stands, in pixels. */
export function plotOf({ points, levels, way, steps, tickWords, width, height }: PlotInput) {
  const ahead = way?.points ?? [];
  const values = [...levels.map(({ value }) => value), ...ahead.map(({ value }) => value)];
  const dates = ahead.map(({ date }) => date);
  const probe = chartScales(points, values, { width: 1, height: 1 }).ticks.map(tickWords);
  const left = Math.max(...probe.map((word) => word.length), 1) * LETTER + 10;
  const names = [...levels.map(({ label }) => label), way?.label ?? ''];
  const longest = Math.max(0, ...names.map((name) => name.length));
  // On a narrow screen the names of lines stand inside, above their line.
  const isInside = width < 480;
  const right = isInside ? 10 : longest * LETTER + 14;
  const inner = { width: Math.max(40, width - left - right), height: height - TOP - FOOT };
  const scales = chartScales(points, values, { ...inner, dates });
  const at = <T extends { date: IsoDate; value: number }>(point: T) => ({
    ...point,
    x: left + scales.x(point.date),
    y: TOP + scales.y(point.value),
  });
  const marks = points.map(at);
  const edge = left + inner.width;
  const draw = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  );
  const placed = levels.map((level) => ({
    ...level,
    y: TOP + scales.y(level.value),
    x1: level.from ? left + scales.x(level.from) : left,
    x2: level.to ? left + scales.x(level.to) : edge,
  }));
  const wayMarks = ahead.map(at);
  const wayEnd = wayMarks.at(-1);
  const wayLevel =
    way && wayEnd ? [{ kind: 'way' as const, label: way.label, y: wayEnd.y, x1: left, x2: edge }] : [];
  return {
    width,
    height,
    left,
    right: edge,
    isInside,
    marks,
    path: draw(marks),
    way: draw(wayMarks),
    steps: steps.map((date) => ({ date, x: left + scales.x(date) })),
    ticks: scales.ticks.map((value) => ({ value, words: tickWords(value), y: TOP + scales.y(value) })),
    lines: placed,
    names: levelNames(
      [...placed, ...wayLevel].filter(({ label }) => label !== ''),
      isInside,
      {
        marks,
        height: height - FOOT,
      },
    ),
    axis: axisNames(marks, wayEnd && way ? { x: wayEnd.x, axis: way.axis } : undefined),
    nearest: (x: number) =>
      marks.reduce(
        (best, mark, index) => (Math.abs(mark.x - x) < Math.abs((marks[best]?.x ?? 0) - x) ? index : best),
        0,
      ),
  };
}

/**
 * At the right edge names make room for one another. Inside, each stands on the side of its line where the figures are
 * not: those of what is worked out at the right, the others at the left.
 */
function levelNames<T extends { kind: string; y: number }>(
  levels: readonly T[],
  isInside: boolean,
  { marks, height }: { marks: readonly { y: number }[]; height: number },
) {
  const isRight = ({ kind }: T) => ['median', 'mean', 'limit', 'way'].includes(kind);
  if (!isInside) return apart(levels, height).map((level) => ({ ...level, isRight: false }));
  return levels.map((level) => {
    const beside = isRight(level) ? marks.slice(-4) : marks.slice(0, 4);
    const mean = beside.reduce((sum, { y }) => sum + y, 0) / Math.max(1, beside.length);
    return { ...level, at: mean < level.y ? level.y + 13 : level.y - 4, isRight: isRight(level) };
  });
}

type AxisName = { words: string; x: number; anchor: 'start' | 'middle' | 'end' };

/** Days named under the axis: the newest always, and so many before it as have room; then where the way ends. */
function axisNames(
  marks: readonly { x: number; axis: string }[],
  end: { x: number; axis: string } | undefined,
): AxisName[] {
  const last = marks.at(-1);
  const hasEnd = end !== undefined && last !== undefined && end.x - last.x > AXIS_NAME * 1.2;
  const right = last?.x ?? 0;
  const named = namedPositions(marks.length, Math.floor((right - (marks[0]?.x ?? 0)) / AXIS_NAME));
  const isEdge = last !== undefined && marks.length > 1;
  const second = marks[named.find((index) => index > 0) ?? 0];
  const own = named.flatMap((index): AxisName[] => {
    const mark = marks[index];
    if (!mark) return [];
    // The first one begins where its figure stands, and so reaches further to the right.
    if (index === 0 && second && second !== mark && second.x - mark.x < AXIS_NAME * 1.5) return [];
    const isLast = isEdge && index === marks.length - 1;
    if (isEdge && !isLast && last.x - mark.x < AXIS_NAME * 1.5) return [];
    const anchor = isLast ? 'end' : index === 0 && marks.length > 1 ? 'start' : 'middle';
    return [{ words: mark.axis, x: mark.x, anchor }];
  });
  return hasEnd ? [...own, { words: end.axis, x: end.x, anchor: 'end' }] : own;
}
