import type { IsoDate } from '@gt/contracts/words';
import { line } from 'd3-shape';
import { apart, chartScales, namedPositions } from './chart-scales.ts';

export type SeriesDay = {
  date: IsoDate;
  /** The day as it stands under the axis: "12 Mar". */
  axis: string;
  /** Every count of it, with the day: "12 March 2026: 18 of 60 closed". */
  words: string;
};

type SeriesPoint = { date: IsoDate; value: number };

export type ChartSeries = {
  key: string;
  /** Named where the line ends: "Closed". */
  name: string;
  /** The one that matters is drawn strongest; each kind has a stroke of its own. */
  kind: 'main' | 'plan' | 'first' | 'all';
  /** What was kept, oldest first. */
  points: readonly SeriesPoint[];
  /** What is planned from the last of them on. */
  ahead?: readonly SeriesPoint[];
  /** A count that was not kept: today's. */
  ring?: SeriesPoint;
};

type Input = {
  days: readonly SeriesDay[];
  series: readonly ChartSeries[];
  until?: { date: IsoDate; name: string };
  width: number;
  height: number;
};

type Spot = { x: number; y: number };
export type SeriesPlot = ReturnType<typeof seriesPlot>;

/** Of a letter, in pixels: good enough to keep room for a label. */
const LETTER = 6.8;
const TOP = 14;
const FOOT = 24;
/** Room for a name under the axis. */
const AXIS_NAME = 64;
/** Under this width names stand inside, above their line. */
const NARROW = 520;
/** From the end of a line, ring and all, to its name. */
const BESIDE = 14;
/** Beyond so many points their dots would be a band. */
const MOST_DOTS = 26;

const byDate = (one: { date: IsoDate }, other: { date: IsoDate }) => (one.date < other.date ? -1 : 1);

/** Where everything stands in a drawing of `width` × `height` pixels. */
export function seriesPlot({ days, series, until, width, height }: Input) {
  const all = series.flatMap(allPoints).sort(byDate);
  const most = Math.max(1, ...all.map(({ value }) => value));
  const left = String(most).length * LETTER + 14;
  const isInside = width < NARROW;
  const longest = Math.max(0, ...series.map((one) => labelOf(one).length));
  const inner = {
    width: Math.max(60, width - left - (isInside ? 12 : longest * LETTER + 14)),
    height: height - TOP - FOOT,
  };
  const scales = chartScales(all, [0, most], inner);
  const at = ({ date, value }: SeriesPoint): Spot => ({ x: left + scales.x(date), y: TOP + scales.y(value) });
  const placed = days.map((day) => ({ ...day, x: left + scales.x(day.date) }));
  const right = left + inner.width;
  const frame = { right, height: height - FOOT, isInside };
  return {
    ...{ width, height, left, right, top: TOP, foot: FOOT },
    days: placed,
    ticks: scales.ticks.filter(Number.isInteger).map((value) => ({ value, y: TOP + scales.y(value) })),
    named: namesOf(placed, inner.width),
    until: until && untilOf(left + scales.x(until.date), until.name, right),
    series: labelled(
      series.map((one) => drawn(one, at)),
      frame,
    ),
    nearest: (x: number) =>
      placed.reduce(
        (best, day, index) => (Math.abs(day.x - x) < Math.abs((placed[best]?.x ?? 0) - x) ? index : best),
        0,
      ),
  };
}

const allPoints = ({ points, ahead = [], ring }: ChartSeries) => [
  ...points,
  ...ahead,
  ...(ring ? [ring] : []),
];

/** "Closed 18": the name with the newest count; of a line that goes on into what is planned, the name alone. */
function labelOf({ name, points, ahead = [], ring }: ChartSeries): string {
  const last = points.at(-1) ?? ring;
  return last && ahead.length === 0 ? `${name} ${last.value}` : name;
}

function drawn(series: ChartSeries, at: (point: SeriesPoint) => Spot) {
  const { key, kind, points, ahead = [], ring } = series;
  const path = line<SeriesPoint>(
    (point) => at(point).x,
    (point) => at(point).y,
  );
  const last = points.at(-1);
  const onward = [...(last ? [last] : []), ...ahead, ...(ahead.length === 0 && ring ? [ring] : [])];
  const end = ahead.at(-1) ?? ring ?? last;
  return {
    key,
    kind,
    path: points.length > 1 ? path(points) : null,
    ahead: onward.length > 1 ? path(onward) : null,
    // The line that matters shows its points while they stand apart; a single point is no line.
    dots: points.length === 1 || (kind === 'main' && points.length <= MOST_DOTS) ? points.map(at) : [],
    ring: ring ? at(ring) : null,
    end: end ? at(end) : { x: 0, y: 0 },
    words: labelOf(series),
  };
}

type Drawn = ReturnType<typeof drawn>;
type Frame = { right: number; height: number; isInside: boolean };

/** Names make room for one another; a line that ends early is named where it ends, on a narrow screen above it. */
function labelled(series: readonly Drawn[], { right, height, isInside }: Frame) {
  const endsEarly = ({ end, words }: Drawn) => right - end.x > words.length * LETTER + BESIDE + 6;
  const heights = apart(
    series.map((one) => ({ key: one.key, y: isInside && !endsEarly(one) ? one.end.y - 9 : one.end.y })),
    height,
  );
  return series.map((one) => {
    const y = heights.find(({ key }) => key === one.key)?.at ?? one.end.y;
    const place = endsEarly(one)
      ? { x: one.end.x + BESIDE, anchor: 'start' as const }
      : isInside
        ? { x: right, anchor: 'end' as const }
        : { x: right + 8, anchor: 'start' as const };
    return { ...one, label: { ...place, y, words: one.words } };
  });
}

function untilOf(x: number, name: string, right: number) {
  const anchor = right - x < name.length * LETTER + 8 ? ('end' as const) : ('start' as const);
  return { x, name, anchor };
}

/** Days named under the axis: the last always, and so many before it as have room. */
function namesOf<T extends { x: number }>(days: readonly T[], width: number) {
  const named = namedPositions(days.length, Math.floor(width / AXIS_NAME));
  const found: (T & { anchor: 'start' | 'middle' | 'end' })[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const index of named.toReversed()) {
    const day = days[index];
    if (!day || next - day.x < AXIS_NAME) continue;
    next = day.x;
    const isLast = index === days.length - 1 && days.length > 1;
    found.unshift({ ...day, anchor: isLast ? 'end' : 'middle' });
  }
  return found;
}
