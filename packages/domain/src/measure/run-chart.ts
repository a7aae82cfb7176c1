import type { IsoDate, MeasureDirection } from '@gt/contracts/words';
import { type Figure, inOrder, median } from './movement.ts';

/** So many figures in a row on one side of the median are a shift. */
export const SHIFT_POINTS = 6;
/** So many figures in a row that all rise, or all fall, are a trend. */
export const TREND_POINTS = 5;
/** With fewer figures the median is no centre to judge a run by. */
export const LEAST_FIGURES = 10;

export type Run = {
  kind: 'SHIFT' | 'TREND';
  /** A shift lies above or below the median; a trend goes up or down. */
  way: 'UP' | 'DOWN';
  points: number;
  from: IsoDate;
  to: IsoDate;
  isBetter: boolean;
};

export type RunChartFacts = {
  /** The median of all figures; null for none. */
  median: number | null;
  /** Oldest first. */
  runs: Run[];
  /** Whether there are enough figures to look for shifts. */
  isEnough: boolean;
};

/**
 * What a run chart shows beyond the eye: the median line, shifts (six or more figures in a row above, or below, the
 * median; one on the median neither counts nor breaks the run) and trends (five or more in a row that all rise, or
 * all fall; an equal neighbour neither counts nor breaks). Shifts are looked for from ten figures on.
 * Source: R. J. Perla, L. P. Provost, S. K. Murray, "The run chart: a simple analytical tool for learning from
 * variation in healthcare processes", BMJ Quality & Safety 2011;20:46–51, rules 1 and 2; NHS England, "Making Data
 * Count" (median as centre line, rules over opinions).
 * Example: 10, 11, 12, 13, 14 is a trend up of five.
 */
export function runChart(figures: readonly Figure[], direction: MeasureDirection): RunChartFacts {
  const series = inOrder(figures);
  if (series.length === 0) return { median: null, runs: [], isEnough: false };
  const centre = median(series.map(({ value }) => value));
  const isEnough = series.length >= LEAST_FIGURES;
  const shifts = isEnough ? shiftsIn(series, centre) : [];
  const good = direction === 'HIGHER_IS_BETTER' ? 'UP' : 'DOWN';
  const runs = [...shifts, ...trendsIn(series)]
    .map((run) => ({ ...run, isBetter: run.way === good }))
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  return { median: centre, runs, isEnough };
}

type Found = Omit<Run, 'isBetter'>;

function shiftsIn(series: readonly Figure[], centre: number): Found[] {
  const off = series.filter(({ value }) => value !== centre);
  return runsOf(off, (figure) => (figure.value > centre ? 'UP' : 'DOWN'))
    .filter(({ points }) => points >= SHIFT_POINTS)
    .map((run) => ({ ...run, kind: 'SHIFT' as const }));
}

/** A turning point ends one run and begins the next. */
function trendsIn(series: readonly Figure[]): Found[] {
  const distinct = series.filter((figure, index) => figure.value !== series[index - 1]?.value);
  const runs: Figure[][] = [];
  for (const figure of distinct) {
    const open = runs.at(-1);
    const last = open?.at(-1);
    if (!open || !last) runs.push([figure]);
    else if (open.length === 1 || wayOf(open) === wayOf([last, figure])) open.push(figure);
    else runs.push([last, figure]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length < TREND_POINTS) return [];
    const trend = { points: run.length, from: first.date, to: last.date };
    return [{ kind: 'TREND' as const, way: wayOf(run), ...trend }];
  });
}

function wayOf(run: readonly Figure[]): 'UP' | 'DOWN' {
  return (run.at(-1)?.value ?? 0) > (run[0]?.value ?? 0) ? 'UP' : 'DOWN';
}

function runsOf(series: readonly Figure[], sideOf: (figure: Figure) => 'UP' | 'DOWN') {
  const runs: { way: 'UP' | 'DOWN'; points: number; from: IsoDate; to: IsoDate }[] = [];
  for (const figure of series) {
    const way = sideOf(figure);
    const open = runs.at(-1);
    if (open?.way === way) {
      open.points += 1;
      open.to = figure.date;
    } else runs.push({ way, points: 1, from: figure.date, to: figure.date });
  }
  return runs;
}
