import type { IsoDate, MeasureAssurance, MeasureDirection, MeasureSignal } from '@gt/contracts/words';
import { type Figure, inOrder } from './movement.ts';
import { roundFigure } from './value-words.ts';

/** Mean moving range to three standard deviations of single figures: 3 divided by 1.128. */
const LIMIT_FACTOR = 2.66;
/** Fewer figures make no limits. */
export const LEAST_FOR_LIMITS = 8;
/** From so many on limits are firm; before, they are called provisional. */
export const FIRM_LIMITS = 12;
/** So many figures in a row on one side of the mean are a shift. */
export const CONTROL_SHIFT = 7;
/** So many figures in a row that all rise or all fall, which is six steps one way, are a trend. */
export const CONTROL_TREND = 7;
/** Beyond this share of the way from the mean to a limit a figure is near it. */
const NEAR = 2 / 3;

/**
 * Why a figure is more than noise. OUTSIDE: beyond a limit. SHIFT: one of seven or more in a row on one side of the
 * mean. TREND: one of seven or more in a row that all rise or all fall. NEAR_LIMIT: one of two out of three in a row,
 * all on one side of the mean, in the outer third before the limit.
 */
export type ControlRule = 'OUTSIDE' | 'SHIFT' | 'TREND' | 'NEAR_LIMIT';

export type ControlPoint = Figure & {
  rules: ControlRule[];
  /** TOO_FEW where there are no limits. */
  signal: MeasureSignal;
};

/** Figures that one mean and one pair of limits belong to. */
export type ControlSegment = {
  from: IsoDate;
  to: IsoDate;
  figures: number;
  /** Null for too few figures. */
  limits: { mean: number; lower: number; upper: number } | null;
  isProvisional: boolean;
};

export type ControlChart = {
  segments: ControlSegment[];
  /** Oldest first. */
  points: ControlPoint[];
  /** That of the newest figure. */
  signal: MeasureSignal;
  assurance: MeasureAssurance;
};

/**
 * The control chart of single figures (XmR): is it change or noise? The limits are the mean ± 2.66 × the mean moving
 * range, which is the mean of the sizes of the differences between neighbours. A person can say that the process
 * changed on a day (a step); mean and limits are then worked out anew from that day on, and no rule looks across it.
 *
 * The rules are the four of NHS England's "Making Data Count": a figure outside the limits; seven or more in a row on
 * one side of the mean; seven or more in a row that all rise or all fall; two out of three in a row near a limit. A
 * figure on the mean belongs to neither side. What is found is an improvement or a concern by the direction of the
 * measure: by the side of the mean, and a trend by its way.
 * Sources: NHS England, "Making Data Count: strengthening your decisions" (2019), with the counts as the NHS-R
 * Community publishes them in "NHSRplotthedots" (seven, seven, and two of three on one side); W. A. Shewhart's limits
 * for single figures as in D. J. Wheeler, "Understanding Variation" (2nd ed. 2000), ch. 3.
 * Example: 10, 12, 10, 12, 10, 12, 10, 12: mean 11, mean moving range 2, limits 5.68 and 16.32.
 */
export function controlChart(
  figures: readonly Figure[],
  aim: { direction: MeasureDirection; target: number | null },
  steps: readonly { date: IsoDate }[] = [],
): ControlChart {
  const parts = cutAt(inOrder(figures), steps).map((part) => judge(part, aim.direction));
  const segments = parts.map(({ segment }) => segment);
  const points = parts.flatMap((part) => part.points);
  return {
    segments,
    points,
    signal: points.at(-1)?.signal ?? 'TOO_FEW',
    assurance: assuranceOf(segments.at(-1)?.limits ?? null, aim),
  };
}

/**
 * Whether a process that goes on as it is meets its target: the target lies on the good side of both limits (each
 * time), between them (hit and miss), or on the bad side of both (never).
 * Source: the assurance icons of "Making Data Count".
 * Example: higher is better, limits 70 and 80: a target of 70 is met each time, of 75 hit and miss, of 81 not.
 */
function assuranceOf(
  limits: ControlSegment['limits'],
  { direction, target }: { direction: MeasureDirection; target: number | null },
): MeasureAssurance {
  if (limits === null || target === null) return 'NOT_KNOWN';
  const sign = direction === 'HIGHER_IS_BETTER' ? 1 : -1;
  const [worst, best] = [limits.lower * sign, limits.upper * sign].sort((a, b) => a - b);
  const wanted = target * sign;
  if (wanted <= (worst ?? 0)) return 'PASSES';
  return wanted > (best ?? 0) ? 'FAILS' : 'HIT_AND_MISS';
}

type Part = [Figure, ...Figure[]];

/** Cut at each step; a step before the first figure or after the last one cuts nothing. */
function cutAt(series: readonly Figure[], steps: readonly { date: IsoDate }[]): Part[] {
  const parts: Part[] = [];
  const waiting = steps.map(({ date }) => date).sort();
  for (const figure of series) {
    let cuts = parts.length === 0;
    while (waiting[0] !== undefined && waiting[0] <= figure.date) {
      waiting.shift();
      cuts = true;
    }
    if (cuts) parts.push([figure]);
    else parts.at(-1)?.push(figure);
  }
  return parts;
}

function judge(part: Part, direction: MeasureDirection) {
  const limits = limitsOf(part);
  const segment: ControlSegment = {
    from: part[0].date,
    to: (part.at(-1) ?? part[0]).date,
    figures: part.length,
    limits: limits && {
      mean: roundFigure(limits.mean),
      lower: roundFigure(limits.lower),
      upper: roundFigure(limits.upper),
    },
    isProvisional: part.length < FIRM_LIMITS,
  };
  const found = limits ? findingsIn(part, limits) : null;
  const good = direction === 'HIGHER_IS_BETTER' ? 1 : -1;
  const points = part.map((figure, index): ControlPoint => {
    const rules = found?.[index] ?? [];
    return {
      ...figure,
      rules: rules.map(({ rule }) => rule),
      signal: found ? signalOf(rules, good) : 'TOO_FEW',
    };
  });
  return { segment, points };
}

/** The mean and the limits as the rules use them, not rounded; null for too few figures. */
function limitsOf(part: readonly Figure[]): ControlSegment['limits'] {
  if (part.length < LEAST_FOR_LIMITS) return null;
  const mean = meanOf(part.map(({ value }) => value));
  const ranges = part.slice(1).map(({ value }, index) => Math.abs(value - (part[index]?.value ?? value)));
  const reach = LIMIT_FACTOR * meanOf(ranges);
  return { mean, lower: mean - reach, upper: mean + reach };
}

/** `way` is 1 for high or rising, −1 for low or falling. */
type Finding = { rule: ControlRule; way: number };

function findingsIn(
  part: readonly Figure[],
  { mean, lower, upper }: NonNullable<ControlSegment['limits']>,
): Finding[][] {
  // Sums of decimal fractions miss by less than this; a figure on the mean is on the mean.
  const slack = 1e-9 * (1 + Math.abs(mean) + upper - mean);
  const sides = part.map(({ value }) => (Math.abs(value - mean) <= slack ? 0 : Math.sign(value - mean)));
  const isOutside = part.map(({ value }) => value > upper + slack || value < lower - slack);
  const isNear = part.map(
    ({ value }, index) => !isOutside[index] && Math.abs(value - mean) > NEAR * (upper - mean) + slack,
  );
  const steps = part.map(({ value }, index) => Math.sign(value - (part[index - 1]?.value ?? value)));
  const found: Finding[][] = part.map(() => []);
  const mark = (rule: ControlRule, index: number, way: number) => found[index]?.push({ rule, way });
  for (const [index, side] of sides.entries()) if (isOutside[index]) mark('OUTSIDE', index, side);
  for (const run of runsOf(sides)) {
    if (run.way !== 0 && run.to - run.from + 1 >= CONTROL_SHIFT)
      for (let index = run.from; index <= run.to; index += 1) mark('SHIFT', index, run.way);
  }
  for (const run of runsOf(steps)) {
    // The figure before the first step belongs to the trend.
    const from = run.from - 1;
    if (run.way !== 0 && run.to - from + 1 >= CONTROL_TREND)
      for (let index = from; index <= run.to; index += 1) mark('TREND', index, run.way);
  }
  for (const [index, side] of sides.entries())
    if (isNear[index] && isOfTwoInThree(index, sides, isNear)) mark('NEAR_LIMIT', index, side);
  return found;
}

/** Whether one of the three windows of three that hold the figure lies on one side and has two near the limit. */
function isOfTwoInThree(at: number, sides: readonly number[], isNear: readonly boolean[]): boolean {
  return [at - 2, at - 1, at].some((from) => {
    if (from < 0 || from + 2 >= sides.length) return false;
    const window = [from, from + 1, from + 2];
    return (
      window.every((index) => sides[index] === sides[at]) &&
      window.filter((index) => isNear[index]).length >= 2
    );
  });
}

/** A trend counts by its way, also while it is still on the other side of the mean. */
function signalOf(rules: readonly Finding[], good: number): MeasureSignal {
  if (rules.length === 0) return 'COMMON_CAUSE';
  const trend = rules.find(({ rule }) => rule === 'TREND');
  const way = trend?.way ?? rules[0]?.way ?? 0;
  return way === good ? 'IMPROVEMENT' : 'CONCERN';
}

function runsOf(ways: readonly number[]): { way: number; from: number; to: number }[] {
  const runs: { way: number; from: number; to: number }[] = [];
  for (const [index, way] of ways.entries()) {
    const open = runs.at(-1);
    if (open?.way === way) open.to = index;
    else runs.push({ way, from: index, to: index });
  }
  return runs;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
