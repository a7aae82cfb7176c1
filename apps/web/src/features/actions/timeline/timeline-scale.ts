import { formatDate, formatShortDate, type IsoDate } from '@gt/contracts/words';
import { addDays, daysBetween, isoWeekMonday } from '@gt/domain/calendar';

export const ZOOMS = ['week', 'month', 'quarter', 'fit'] as const;
export type Zoom = (typeof ZOOMS)[number];
export const ZOOM_LABELS: Record<Zoom, string> = {
  week: 'Weeks',
  month: 'Months',
  quarter: 'Quarters',
  fit: 'Fit',
};

/** Pixels a day; "fit" is worked out from the room there is. */
const DAY_WIDTHS: Record<Exclude<Zoom, 'fit'>, number> = { week: 18, month: 6, quarter: 2 };
const LEAST_DAY_WIDTH = 0.4;
const MOST_DAY_WIDTH = 18;
/** Room before the first day and after the last, for labels. */
const DAYS_BEFORE = 14;
const DAYS_AFTER = 35;
/** Beyond so many days from today a date is drawn at the edge: one slip of the pen must not make a canvas of a century. */
const FARTHEST_DAYS = 5 * 366;

/** Where days stand on the canvas. `x` of a day is its left edge; days outside stand at the edges. */
export type TimelineScale = {
  from: IsoDate;
  /** The day after the last. */
  to: IsoDate;
  dayWidth: number;
  width: number;
  x: (date: IsoDate) => number;
  /** The right edge of a day. */
  end: (date: IsoDate) => number;
  /** The day under a point. */
  dayAt: (x: number) => IsoDate;
};

/**
 * The scale for a span of days, from a Monday to a Sunday, with today always on it. `room` is the width in pixels that
 * "fit" must do with, and that the others fill at least.
 */
export function timelineScale(
  span: { from: IsoDate; to: IsoDate } | null,
  today: IsoDate,
  zoom: Zoom,
  room: number,
): TimelineScale {
  const earliest = addDays(today, -FARTHEST_DAYS);
  const latest = addDays(today, FARTHEST_DAYS);
  const first = within(span && span.from < today ? span.from : today, earliest, latest);
  const last = within(span && span.to > today ? span.to : today, earliest, latest);
  const from = isoWeekMonday(addDays(first, -DAYS_BEFORE));
  const end = addDays(isoWeekMonday(addDays(last, DAYS_AFTER)), 7);
  const needed = daysBetween(from, end);
  const dayWidth =
    zoom === 'fit'
      ? Math.min(MOST_DAY_WIDTH, Math.max(LEAST_DAY_WIDTH, Math.floor((room / needed) * 1000) / 1000))
      : DAY_WIDTHS[zoom];
  const weeks = zoom === 'fit' ? 0 : Math.ceil(Math.max(0, room / dayWidth - needed) / 7);
  const to = addDays(end, weeks * 7);
  const days = needed + weeks * 7;
  const at = (day: number) => Math.round(Math.min(days, Math.max(0, day)) * dayWidth * 100) / 100;
  return {
    from,
    to,
    dayWidth,
    width: at(days),
    x: (date) => at(daysBetween(from, date)),
    end: (date) => at(daysBetween(from, date) + 1),
    dayAt: (x) => addDays(from, Math.min(days - 1, Math.max(0, Math.floor(x / dayWidth)))),
  };
}

function within(date: IsoDate, earliest: IsoDate, latest: IsoDate): IsoDate {
  if (date < earliest) return earliest;
  return date > latest ? latest : date;
}

export type Tick = { date: IsoDate; x: number; width: number; label: string };

/** Labels narrower than this many pixels would run into each other. */
const LEAST_LABEL = 26;
const LEAST_MONTH = 34;

/**
 * The two lines over the canvas: years or months above; months, quarters or Mondays beneath, whichever have room.
 * Each label stands over the stretch it names.
 */
export function timelineTicks(scale: TimelineScale): { above: Tick[]; beneath: Tick[] } {
  const { dayWidth } = scale;
  if (dayWidth * 7 >= LEAST_LABEL * 1.6) {
    return {
      above: stretches(scale, monthStart, monthName),
      beneath: stretches(scale, isoWeekMonday, dayOnly),
    };
  }
  if (dayWidth * 30 >= LEAST_MONTH) {
    return {
      above: stretches(scale, yearStart, yearName),
      beneath: stretches(scale, monthStart, shortMonth),
    };
  }
  return {
    above: stretches(scale, yearStart, yearName),
    beneath: stretches(scale, quarterStart, quarterName),
  };
}

function stretches(
  scale: TimelineScale,
  startOf: (date: IsoDate) => IsoDate,
  nameOf: (date: IsoDate) => string,
): Tick[] {
  const found: Tick[] = [];
  let start = startOf(scale.from);
  while (start < scale.to) {
    // From any day of a stretch, so many days on is in the next one.
    let next = startOf(addDays(start, 7));
    for (let on = 7; next <= start; on += 7) next = startOf(addDays(start, on));
    const x = scale.x(start);
    found.push({ date: start, x, width: scale.x(next) - x, label: nameOf(start) });
    start = next;
  }
  return found;
}

const asDate = (text: string) => text as IsoDate;
const monthStart = (date: IsoDate) => asDate(`${date.slice(0, 7)}-01`);
const yearStart = (date: IsoDate) => asDate(`${date.slice(0, 4)}-01-01`);
const quarterStart = (date: IsoDate) => {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  return asDate(`${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
};
/** "March 2026" */
const monthName = (date: IsoDate) => formatDate(date).replace(/^\d+ /, '');
/** "Mar" */
const shortMonth = (date: IsoDate) => formatShortDate(date).split(' ')[1] ?? '';
const yearName = (date: IsoDate) => date.slice(0, 4);
const quarterName = (date: IsoDate) => `Q${Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1}`;
const dayOnly = (date: IsoDate) => String(Number(date.slice(8, 10)));
